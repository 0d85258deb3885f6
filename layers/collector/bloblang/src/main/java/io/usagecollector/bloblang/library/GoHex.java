package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Quote;
import java.util.Arrays;

/** Hexadecimal text as Go's stream decoder reads it. */
final class GoHex {
  private GoHex() {}

  static byte[] decode(byte[] text) throws GoException {
    byte[] bytes = new byte[text.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digit(text[2 * i]) << 4 | digit(text[2 * i + 1]));
    }
    if (text.length % 2 != 0) {
      digit(text[text.length - 1]);
      throw new GoException("unexpected EOF");
    }
    return Arrays.copyOf(bytes, bytes.length);
  }

  private static int digit(byte b) throws GoException {
    int digit = Character.digit(b & 0xFF, 16);
    if (digit < 0 || b < 0) {
      int rune = b & 0xFF;
      String shown = Quote.quoteRune(rune, false);
      boolean printable = !shown.startsWith("'\\") || rune == '\\' || rune == '\'';
      String suffix = printable ? " '" + Character.toString(rune) + "'" : "";
      throw new GoException("encoding/hex: invalid byte: U+%04X%s".formatted(rune, suffix));
    }
    return digit;
  }
}
