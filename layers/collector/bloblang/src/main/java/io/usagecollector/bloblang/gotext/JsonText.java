package io.usagecollector.bloblang.gotext;

/** JSON strings as Go's {@code encoding/json} writes them. */
public final class JsonText {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private JsonText() {}

  /**
   * Writes text as a JSON string, quotes included: the short escapes for quote, backslash, \b, \f,
   * \n, \r and \t, the four-digit one for other controls, U+2028 and U+2029 escaped, an invalid
   * byte as the escape of U+FFFD.
   *
   * @param escapeHtml whether {@code < > &} are escaped too, as {@code json.Marshal} does
   */
  public static void write(Utf8Writer to, String text, boolean escapeHtml) {
    to.write('"');
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (isPlain(c, escapeHtml)) {
        to.write(c);
        at++;
      } else {
        at += special(to, text.codePointAt(at));
      }
    }
    to.write('"');
  }

  /** {@link #write} as text. */
  public static String quote(String text, boolean escapeHtml) {
    Utf8Writer to = new Utf8Writer(text.length() + 8);
    write(to, text, escapeHtml);
    return LosslessUtf8.decode(to.toByteArray());
  }

  private static boolean isPlain(char c, boolean escapeHtml) {
    return c >= ' '
        && c < 0x80
        && c != '"'
        && c != '\\'
        && !(escapeHtml && (c == '<' || c == '>' || c == '&'));
  }

  private static int special(Utf8Writer to, int rune) {
    if (rune < 0x80) {
      ascii(to, rune);
    } else if (rune == 0x2028 || rune == 0x2029) {
      escape(to, rune);
    } else if (LosslessUtf8.isByte(rune)) {
      escape(to, 0xFFFD);
    } else {
      return to.rune(rune);
    }
    return 1;
  }

  private static void ascii(Utf8Writer to, int c) {
    switch (c) {
      case '"', '\\' -> to.write('\\').write(c);
      case '\b' -> to.write('\\').write('b');
      case '\f' -> to.write('\\').write('f');
      case '\n' -> to.write('\\').write('n');
      case '\r' -> to.write('\\').write('r');
      case '\t' -> to.write('\\').write('t');
      default -> escape(to, c);
    }
  }

  private static void escape(Utf8Writer to, int c) {
    to.write('\\').write('u').write(HEX[(c >> 12) & 0xF]).write(HEX[(c >> 8) & 0xF]);
    to.write(HEX[(c >> 4) & 0xF]).write(HEX[c & 0xF]);
  }
}
