package io.usagecollector.bloblang.gotext.encoding;

import io.usagecollector.bloblang.gotext.GoException;
import java.io.ByteArrayOutputStream;

/**
 * Go's {@code encoding/ascii85}: the btoa form, z for four zero bytes, blanks and controls passed
 * over.
 */
public final class Ascii85 {
  private static final int GROUP = 4;

  private Ascii85() {}

  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 5 / 4 + 5);
    for (int at = 0; at < bytes.length; at += GROUP) {
      int count = Math.min(GROUP, bytes.length - at);
      long value = 0;
      for (int i = 0; i < GROUP; i++) {
        value = (value << 8) | (i < count ? bytes[at + i] & 0xFF : 0);
      }
      group(text, value, count);
    }
    return text.toString();
  }

  private static void group(StringBuilder text, long value, int count) {
    if (value == 0 && count == GROUP) {
      text.append('z');
      return;
    }
    char[] digits = new char[5];
    long rest = value;
    for (int i = 4; i >= 0; i--, rest /= 85) {
      digits[i] = (char) ('!' + rest % 85);
    }
    text.append(digits, 0, count + 1);
  }

  /**
   * The bytes; a group beyond 32 bits wraps around.
   *
   * @throws GoException {@code illegal ascii85 data at input byte N}
   */
  public static byte[] decode(byte[] text) throws GoException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    int value = 0;
    int count = 0;
    for (int at = 0; at < text.length; at++) {
      int b = text[at];
      if (b >= 0 && b <= ' ') {
        continue;
      }
      if (b == 'z' && count == 0) {
        write(out, 0, GROUP);
      } else if (b >= '!' && b <= 'u') {
        value = value * 85 + b - '!';
        count++;
      } else {
        throw illegal(at);
      }
      if (count == 5) {
        write(out, value, GROUP);
        value = 0;
        count = 0;
      }
    }
    last(out, value, count);
    return out.toByteArray();
  }

  /** A group cut short stands for the bytes it can tell; one character alone tells none. */
  private static void last(ByteArrayOutputStream out, int value, int count) throws GoException {
    if (count == 1) {
      // Go reads a stream and counts what is left of it.
      throw illegal(1);
    }
    if (count > 0) {
      int full = value;
      for (int i = count; i < 5; i++) {
        full = full * 85 + 84;
      }
      write(out, full, count - 1);
    }
  }

  private static void write(ByteArrayOutputStream out, int value, int count) {
    for (int i = 0; i < count; i++) {
      out.write(value >> (24 - 8 * i));
    }
  }

  private static GoException illegal(int at) {
    return new GoException("illegal ascii85 data at input byte " + at);
  }
}
