package io.usagecollector.bloblang.formats;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import io.usagecollector.bloblang.RegexPattern;

/** Patterns of schemas are those of the language: RE2, which no event can make slow. */
final class Re2Patterns {
  private Re2Patterns() {}

  static RegularExpression compile(String regex) {
    payFor(regex);
    if (RegexPattern.isTooLarge(regex)) {
      throw new SchemaException("Invalid regex pattern '" + regex + "'");
    }
    try {
      Pattern pattern = Pattern.compile(regex);
      return text -> matches(pattern, text);
    } catch (PatternSyntaxException e) {
      SchemaException refusal = new SchemaException("Invalid regex pattern '" + regex + "'");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** A match takes a step a letter: several parts of a pattern look at each. */
  private static boolean matches(Pattern pattern, String text) {
    SchemaCheck.RUNNING.get().step(1 + text.length());
    return pattern.matcher(text).find();
  }

  /**
   * A value whose format is {@code regex} is a pattern that an event made; a long one takes more
   * than linear time to compile.
   */
  private static void payFor(String regex) {
    if (SchemaCheck.RUNNING.isBound()) {
      SchemaCheck.RUNNING.get().step((long) regex.length() * regex.length() / 16);
    }
  }
}
