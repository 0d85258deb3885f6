package io.usagecollector.bloblang.gotext.encoding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.GoUnicode;
import java.util.Locale;

/** ZeroMQ's Z85 as {@code tilinna/z85} does it: whole groups only. */
public final class Z85 {
  private static final String DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private Z85() {}

  /** The text of bytes that are a multiple of four. */
  public static String encode(byte[] bytes) throws GoException {
    aligned(bytes.length % 4);
    byte[] text = new byte[bytes.length / 4 * 5];
    for (int group = 0; group < bytes.length / 4; group++) {
      long value = 0;
      for (int i = 0; i < 4; i++) {
        value = (value << 8) | (bytes[4 * group + i] & 0xFF);
      }
      for (int i = 4; i >= 0; i--, value /= 85) {
        text[5 * group + i] = (byte) DIGITS.charAt((int) (value % 85));
      }
    }
    return new String(text, US_ASCII);
  }

  /** The bytes of a text of a multiple of five characters; a group beyond 32 bits wraps around. */
  public static byte[] decode(byte[] text) throws GoException {
    aligned(text.length % 5);
    byte[] bytes = new byte[text.length / 5 * 4];
    for (int group = 0; group < text.length / 5; group++) {
      int value = 0;
      for (int i = 0; i < 5; i++) {
        value = value * 85 + digit(text[5 * group + i] & 0xFF);
      }
      for (int i = 0; i < 4; i++) {
        bytes[4 * group + i] = (byte) (value >> (24 - 8 * i));
      }
    }
    return bytes;
  }

  private static void aligned(int rest) throws GoException {
    if (rest != 0) {
      throw new GoException("z85: wrongly aligned input data");
    }
  }

  private static int digit(int b) throws GoException {
    int digit = DIGITS.indexOf(b);
    if (digit < 0) {
      String code = String.format(Locale.ROOT, "%04X", b);
      String shown = GoUnicode.isPrint(b) ? " '" + (char) b + "'" : "";
      throw new GoException("z85: invalid input byte: U+" + code + shown);
    }
    return digit;
  }
}
