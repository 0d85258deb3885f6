package io.usagecollector.bloblang.gotext;

/** Go's {@code strconv.Quote} and its ASCII form: text as a Go string literal. */
public final class Quote {
  private static final String HEX = "0123456789abcdef";

  private Quote() {}

  /** In double quotes; what does not print is escaped, an invalid byte as {@code \xff}. */
  public static String quote(String text) {
    return quote(text, '"', false);
  }

  /** {@link #quote} with everything beyond ASCII escaped. */
  public static String quoteToAscii(String text) {
    return quote(text, '"', true);
  }

  /**
   * Go's {@code strconv.QuoteRune}: one character in single quotes; what is no character becomes
   * U+FFFD.
   */
  public static String quoteRune(int rune, boolean ascii) {
    StringBuilder to = new StringBuilder(12).append('\'');
    append(
        to,
        Character.isValidCodePoint(rune) && !LosslessUtf8.isSurrogate(rune) ? rune : 0xFFFD,
        '\'',
        ascii);
    return to.append('\'').toString();
  }

  private static String quote(String text, char quote, boolean ascii) {
    StringBuilder to = new StringBuilder(text.length() + 8).append(quote);
    for (int at = 0; at < text.length(); ) {
      int rune = text.codePointAt(at);
      at += Character.charCount(rune);
      if (LosslessUtf8.isByte(rune)) {
        hex(to.append("\\x"), rune & 0xFF, 2);
      } else {
        append(to, LosslessUtf8.isSurrogate(rune) ? 0xFFFD : rune, quote, ascii);
      }
    }
    return to.append(quote).toString();
  }

  private static void append(StringBuilder to, int rune, char quote, boolean ascii) {
    if (rune == quote || rune == '\\') {
      to.append('\\').append((char) rune);
    } else if ((!ascii || rune < 0x80) && GoUnicode.isPrint(rune)) {
      to.appendCodePoint(rune);
    } else {
      escape(to, rune);
    }
  }

  private static void escape(StringBuilder to, int rune) {
    int index = "\007\b\f\n\r\t\013".indexOf(rune);
    if (index >= 0) {
      to.append('\\').append("abfnrtv".charAt(index));
    } else if (rune < ' ' || rune == 0x7F) {
      hex(to.append("\\x"), rune, 2);
    } else if (rune < 0x10000) {
      hex(to.append("\\u"), rune, 4);
    } else {
      hex(to.append("\\U"), rune, 8);
    }
  }

  private static void hex(StringBuilder to, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      to.append(HEX.charAt((value >> shift) & 0xF));
    }
  }
}
