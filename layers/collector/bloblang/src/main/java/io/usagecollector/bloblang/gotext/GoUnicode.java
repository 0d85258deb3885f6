package io.usagecollector.bloblang.gotext;

import java.util.function.IntUnaryOperator;

/**
 * Go's character tables, which are Unicode 15.0 where the JDK's are newer: letters assigned since
 * then do not print and have no case.
 */
public final class GoUnicode {
  /** First and last code points of the runs that got a character after Unicode 15.0, in order. */
  private static final int[] LATER = {
    0x897, 0x897, 0x1B4E, 0x1B4F, 0x1B7F, 0x1B7F, 0x1C89, 0x1C8A, 0x2427, 0x2429, 0x2FFC, 0x2FFF,
    0x31E4, 0x31E5, 0x31EF, 0x31EF, 0xA7CB, 0xA7CD, 0xA7DA, 0xA7DC, 0x105C0, 0x105F3, 0x10D40,
    0x10D65, 0x10D69, 0x10D85, 0x10D8E, 0x10D8F, 0x10EC2, 0x10EC4, 0x10EFC, 0x10EFC, 0x11380,
    0x11389, 0x1138B, 0x1138B, 0x1138E, 0x1138E, 0x11390, 0x113B5, 0x113B7, 0x113C0, 0x113C2,
    0x113C2, 0x113C5, 0x113C5, 0x113C7, 0x113CA, 0x113CC, 0x113D5, 0x113D7, 0x113D8, 0x113E1,
    0x113E2, 0x116D0, 0x116E3, 0x11BC0, 0x11BE1, 0x11BF0, 0x11BF9, 0x11F5A, 0x11F5A, 0x13460,
    0x143FA, 0x16100, 0x16139, 0x16D40, 0x16D79, 0x18CFF, 0x18CFF, 0x1CC00, 0x1CCF9, 0x1CD00,
    0x1CEB3, 0x1E5D0, 0x1E5FA, 0x1E5FF, 0x1E5FF, 0x1F8B2, 0x1F8BB, 0x1F8C0, 0x1F8C1, 0x1FA89,
    0x1FA89, 0x1FA8F, 0x1FA8F, 0x1FABE, 0x1FABE, 0x1FAC6, 0x1FAC6, 0x1FADC, 0x1FADC, 0x1FADF,
    0x1FADF, 0x1FAE9, 0x1FAE9, 0x1FBCB, 0x1FBEF, 0x2EBF0, 0x2EE5D
  };

  private GoUnicode() {}

  /**
   * Go's {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols and the ASCII
   * space.
   */
  public static boolean isPrint(int rune) {
    if (rune < 0x7F) {
      return rune >= ' ';
    }
    return switch (Character.getType(rune)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isLater(rune);
    };
  }

  /** Go's {@code unicode.IsSpace}. */
  public static boolean isSpace(int rune) {
    return rune <= ' '
        ? rune == ' ' || (rune >= '\t' && rune <= '\r')
        : rune == 0x85 || rune == 0xA0 || (rune > 0xFF && Character.isSpaceChar(rune));
  }

  /**
   * Go's {@code strings.ToUpper}: rune by rune, so that ß stays; an invalid byte becomes U+FFFD.
   */
  public static String toUpper(String text) {
    return map(text, GoUnicode::toUpper);
  }

  /** Go's {@code strings.ToLower}, likewise. */
  public static String toLower(String text) {
    return map(text, GoUnicode::toLower);
  }

  public static int toUpper(int rune) {
    // Two letters whose capitals are newer than Go's tables.
    return isLater(rune) || rune == 0x19B || rune == 0x264 ? rune : Character.toUpperCase(rune);
  }

  public static int toLower(int rune) {
    return isLater(rune) ? rune : Character.toLowerCase(rune);
  }

  private static String map(String text, IntUnaryOperator mapping) {
    StringBuilder mapped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int rune = text.codePointAt(at);
      at += Character.charCount(rune);
      mapped.appendCodePoint(LosslessUtf8.isSurrogate(rune) ? 0xFFFD : mapping.applyAsInt(rune));
    }
    return mapped.toString();
  }

  static boolean isLater(int rune) {
    if (rune < LATER[0]) {
      return false;
    }
    int low = 0;
    int high = LATER.length / 2 - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (LATER[2 * middle] <= rune) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return rune <= LATER[2 * low + 1];
  }
}
