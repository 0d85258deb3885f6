package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;

/**
 * Text as the regular expressions see it: characters, with every byte that is none as a lone
 * surrogate, so that it comes back as it was. (RE2/J reads bytes too, but takes the place after a
 * character beyond ASCII for the beginning of the text.)
 */
public final class RegexText {
  private static final int FIRST_BROKEN = 0xDC80;
  private static final int LAST_BROKEN = 0xDCFF;

  private RegexText() {}

  public static String of(Str text) {
    return text.isAscii() ? text.toString() : decoded(text.toBytes());
  }

  private static String decoded(byte[] bytes) {
    StringBuilder decoded = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int rune = Runes.decode(bytes, i, bytes.length);
      int width = rune & 7;
      boolean broken = width == 1 && bytes[i] < 0;
      decoded.appendCodePoint(broken ? 0xDC00 | (bytes[i] & 0xFF) : rune >> 3);
      i += width;
    }
    return decoded.toString();
  }

  public static Str back(String text) {
    if (!isBroken(text)) {
      return Str.of(text);
    }
    Utf8Buffer out = new Utf8Buffer(text.length());
    text.codePoints().forEach(rune -> put(rune, out));
    return Str.of(out.toByteArray());
  }

  private static void put(int rune, Utf8Buffer out) {
    if (isBroken(rune)) {
      out.put((byte) rune);
    } else {
      out.putRune(rune);
    }
  }

  /** Whether it has bytes that are no characters. */
  public static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isBroken(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBroken(int rune) {
    return rune >= FIRST_BROKEN && rune <= LAST_BROKEN;
  }
}
