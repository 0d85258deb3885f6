package io.usagecollector.bloblang.formats;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;

/** Patterns of schemas are those of the language: RE2, which no event can make slow. */
final class Re2Patterns {
  private Re2Patterns() {}

  static RegularExpression compile(String regex) {
    try {
      Pattern pattern = Pattern.compile(regex);
      return text -> pattern.matcher(text).find();
    } catch (PatternSyntaxException e) {
      SchemaException refusal = new SchemaException("Invalid regex pattern '" + regex + "'");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
