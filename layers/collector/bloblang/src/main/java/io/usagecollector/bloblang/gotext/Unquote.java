package io.usagecollector.bloblang.gotext;

/** Go's {@code strconv.Unquote}: the value of a Go string or character literal. One use each. */
public final class Unquote {
  private final String literal;
  private final char quote;
  private final Utf8Writer value;
  private int at = 1;

  private Unquote(String literal) {
    this.literal = literal;
    this.quote = literal.charAt(0);
    this.value = new Utf8Writer(literal.length());
  }

  /**
   * The value of a literal in double quotes, backquotes (raw) or single quotes (one character).
   * After a backslash may stand {@code a b f n r t v \}, the quote in use, x and two hex digits or
   * three octal ones (a byte), u and four or U and eight hex digits (a character, no surrogate);
   * nothing else.
   */
  public static String unquote(String literal) throws GoException {
    int last = literal.length() - 1;
    if (last < 1 || literal.charAt(0) != literal.charAt(last)) {
      throw invalid();
    }
    return switch (literal.charAt(0)) {
      case '"' -> isPlain(literal) ? literal.substring(1, last) : new Unquote(literal).all();
      case '\'' -> new Unquote(literal).one();
      case '`' -> raw(literal.substring(1, last));
      default -> throw invalid();
    };
  }

  private static boolean isPlain(String literal) {
    return literal.indexOf('\\') < 0
        && literal.indexOf('\n') < 0
        && literal.indexOf('"', 1) == literal.length() - 1
        && LosslessUtf8.isValid(literal);
  }

  private static String raw(String text) throws GoException {
    if (text.indexOf('`') >= 0) {
      throw invalid();
    }
    return text.replace("\r", "");
  }

  private String all() throws GoException {
    while (literal.charAt(at) != quote) {
      character();
    }
    return finish();
  }

  private String one() throws GoException {
    // Go takes an empty pair of single quotes too.
    if (literal.length() > 2) {
      if (literal.charAt(at) == quote) {
        throw invalid();
      }
      character();
    }
    return finish();
  }

  private String finish() throws GoException {
    if (at != literal.length() - 1) {
      throw invalid();
    }
    return LosslessUtf8.decode(value.toByteArray());
  }

  private void character() throws GoException {
    int rune = literal.codePointAt(at);
    if (rune == '\n') {
      throw invalid();
    }
    if (rune == '\\') {
      at++;
      escape(next());
    } else {
      at += Character.charCount(rune);
      value.rune(LosslessUtf8.isSurrogate(rune) ? 0xFFFD : rune);
    }
    if (at >= literal.length()) {
      throw invalid();
    }
  }

  private void escape(char c) throws GoException {
    int index = "abfnrtv\\".indexOf(c);
    if (index >= 0) {
      value.write("\007\b\f\n\r\t\013\\".charAt(index));
    } else if (c == quote) {
      value.write(c);
    } else if (c == 'x') {
      oneByte(number(2, 16));
    } else if (c >= '0' && c <= '7') {
      at--;
      oneByte(number(3, 8));
    } else if (c == 'u' || c == 'U') {
      codePoint(number(c == 'u' ? 4 : 8, 16));
    } else {
      throw invalid();
    }
  }

  private void oneByte(long number) throws GoException {
    if (number > 0xFF) {
      throw invalid();
    }
    value.write((int) number);
  }

  private void codePoint(long number) throws GoException {
    if (number > Character.MAX_CODE_POINT || LosslessUtf8.isSurrogate((int) number)) {
      throw invalid();
    }
    value.rune((int) number);
  }

  private long number(int digits, int radix) throws GoException {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw invalid();
      }
      number = number * radix + digit;
    }
    return number;
  }

  private char next() throws GoException {
    if (at >= literal.length()) {
      throw invalid();
    }
    return literal.charAt(at++);
  }

  private static GoException invalid() {
    return new GoException("invalid syntax");
  }
}
