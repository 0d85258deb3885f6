package io.usagecollector.bloblang.bytes;

/** UTF-8 as Go reads it: every byte that begins no valid sequence is one U+FFFD of width one. */
public final class Runes {
  public static final int REPLACEMENT = 0xFFFD;

  /** What is decoded of a byte that begins no valid sequence. */
  public static final int INVALID = REPLACEMENT << 3 | 1;

  private Runes() {}

  /**
   * Decodes one rune: {@code rune << 3 | width}. An invalid byte gives U+FFFD with width 1, which a
   * real U+FFFD (width 3) never has.
   */
  public static int decode(byte[] b, int at, int end) {
    int first = b[at];
    if (first >= 0) {
      return first << 3 | 1;
    }
    int lead = first & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return INVALID;
    }
    int width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + width > end) {
      return INVALID;
    }
    return decodeMany(b, at, lead, width);
  }

  private static int decodeMany(byte[] b, int at, int lead, int width) {
    int rune = lead & (0x7F >> width);
    for (int i = 1; i < width; i++) {
      int next = b[at + i];
      if ((next & 0xC0) != 0x80) {
        return INVALID;
      }
      rune = rune << 6 | (next & 0x3F);
    }
    boolean overlong = (width == 3 && rune < 0x800) || (width == 4 && rune < 0x10000);
    boolean surrogate = rune >= 0xD800 && rune < 0xE000;
    return overlong || surrogate || rune > 0x10FFFF ? REPLACEMENT << 3 | 1 : rune << 3 | width;
  }

  /** True if every byte belongs to a valid sequence. */
  public static boolean isValid(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      if (b[i] >= 0) {
        i++;
        continue;
      }
      int decoded = decode(b, i, to);
      if (decoded == (REPLACEMENT << 3 | 1)) {
        return false;
      }
      i += decoded & 7;
    }
    return true;
  }
}
