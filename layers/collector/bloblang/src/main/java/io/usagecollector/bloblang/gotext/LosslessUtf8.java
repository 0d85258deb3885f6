package io.usagecollector.bloblang.gotext;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.bloblang.bytes.Runes;

/**
 * Bytes to text and back without loss. Go keeps any bytes in a string; a byte that is no part of
 * valid UTF-8 becomes the lone surrogate U+DC00 + byte here, one for each byte, as Go's {@code
 * range} walks them.
 */
public final class LosslessUtf8 {
  private static final int ESCAPE = 0xDC00;

  private LosslessUtf8() {}

  /** The text of these bytes; {@link #encode} gives the same bytes back. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    // The JDK's decoder marks faults with U+FFFD, which valid input may hold too: look closer only
    // then.
    return text.indexOf('\uFFFD') < 0 ? text : decodeSlowly(bytes);
  }

  private static String decodeSlowly(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int width = width(bytes, at);
      if (width == 0) {
        text.append(escape(bytes[at++]));
      } else {
        text.append(new String(bytes, at, width, UTF_8));
        at += width;
      }
    }
    return text.toString();
  }

  /** The bytes of this text. A lone surrogate that stands for no byte is written as U+FFFD. */
  public static byte[] encode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // The JDK's encoder writes a lone surrogate as '?', which a text may hold too: look closer only
    // then.
    return holdsQuestionMark(bytes) && hasLoneSurrogate(text) ? encodeSlowly(text) : bytes;
  }

  private static boolean holdsQuestionMark(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '?') {
        return true;
      }
    }
    return false;
  }

  private static byte[] encodeSlowly(String text) {
    Utf8Writer bytes = new Utf8Writer(text.length() + 16);
    bytes.text(text);
    return bytes.toByteArray();
  }

  /** Bytes as one character each, so that places in the text are places in the bytes. */
  public static String bytesAsText(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The text whose bytes {@link #bytesAsText} spread out. */
  public static String textOfBytes(String bytes) {
    return bytes.chars().allMatch(b -> b < 0x80) ? bytes : decode(bytes.getBytes(ISO_8859_1));
  }

  /** Go's {@code len(s)}. */
  public static int length(String text) {
    int length = 0;
    for (int at = 0; at < text.length(); ) {
      int rune = text.codePointAt(at);
      at += Character.charCount(rune);
      length += isByte(rune) ? 1 : rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    }
    return length;
  }

  /** Go's {@code utf8.ValidString}. */
  public static boolean isValid(String text) {
    return !hasLoneSurrogate(text);
  }

  /**
   * Text in which every invalid byte is U+FFFD, as where Go walks a string by runes and writes it
   * anew.
   */
  public static String replaceInvalid(String text) {
    if (!hasLoneSurrogate(text)) {
      return text;
    }
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints()
        .map(rune -> isSurrogate(rune) ? 0xFFFD : rune)
        .forEach(valid::appendCodePoint);
    return valid.toString();
  }

  /** The character that stands for a byte outside valid UTF-8. */
  public static char escape(byte b) {
    return (char) (ESCAPE + (b & 0xFF));
  }

  /** Whether a code point of a text stands for one raw byte (its low eight bits). */
  public static boolean isByte(int codePoint) {
    return codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF;
  }

  static boolean isSurrogate(int codePoint) {
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (isSurrogate(text.codePointAt(at))) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  /**
   * Bytes of the valid sequence that starts here, 0 where none does (over-long forms and surrogates
   * are none).
   */
  static int width(byte[] bytes, int at) {
    int decoded = Runes.decode(bytes, at, bytes.length);
    return decoded == Runes.INVALID ? 0 : decoded & 7;
  }
}
