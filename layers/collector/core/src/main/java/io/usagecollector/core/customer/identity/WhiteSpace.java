package io.usagecollector.core.customer.identity;

/**
 * Unicode's property White_Space, as Go's {@code strings.TrimSpace} has it. Java's {@code strip}
 * leaves U+0085, U+00A0, U+2007 and U+202F, and takes U+001C to U+001F.
 */
final class WhiteSpace {
  private WhiteSpace() {}

  static String trim(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && is(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  /** All of it lies within the basic plane. */
  private static boolean is(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }
}
