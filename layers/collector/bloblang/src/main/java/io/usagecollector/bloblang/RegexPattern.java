package io.usagecollector.bloblang;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.regex.Regex;
import io.usagecollector.bloblang.gotext.regex.RegexSize;

/** A regular expression as the language's methods take them: RE2, linear in the text. Immutable. */
public final class RegexPattern {
  private final Regex regex;

  private RegexPattern(Regex regex) {
    this.regex = regex;
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException with Go's words, if it is none or too large
   */
  public static RegexPattern compile(String text) {
    try {
      return new RegexPattern(Regex.compile(text));
    } catch (GoException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether a pattern would take more memory than one may; says nothing of one that is none. */
  public static boolean isTooLarge(String text) {
    return !RegexSize.complaint(text).isEmpty();
  }

  /** Whether it matches anywhere in a text. */
  public boolean find(String text) {
    return regex.find(text);
  }
}
