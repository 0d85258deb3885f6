package io.usagecollector.bloblang.gotext;

import java.util.Arrays;

/**
 * A growing byte buffer that writes text and numbers as UTF-8 without strings in between. Not
 * thread-safe.
 */
public final class Utf8Writer {
  private byte[] bytes;
  private int length;

  public Utf8Writer(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  public int length() {
    return length;
  }

  /** Cuts what was written back to its first bytes; reuses the buffer. */
  public void truncate(int to) {
    if (to < 0 || to > length) {
      throw new IllegalArgumentException("cannot truncate " + length + " bytes to " + to);
    }
    length = to;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public Utf8Writer write(int b) {
    room(1);
    bytes[length++] = (byte) b;
    return this;
  }

  public Utf8Writer write(byte[] from, int start, int count) {
    room(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
    return this;
  }

  public Utf8Writer write(byte[] from) {
    return write(from, 0, from.length);
  }

  /** Text known to hold only ASCII. */
  @SuppressWarnings(
      "deprecation") // the one JDK call that copies ASCII out of a string without an array in
  // between
  public Utf8Writer ascii(String text) {
    int count = text.length();
    room(count);
    text.getBytes(0, count, bytes, length);
    length += count;
    return this;
  }

  /**
   * Text as UTF-8; the stand-in of a raw byte (see {@link LosslessUtf8}) becomes that byte, any
   * other lone surrogate U+FFFD.
   */
  public Utf8Writer text(String text) {
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (c < 0x80) {
        write(c);
        at++;
      } else {
        at += rune(text.codePointAt(at));
      }
    }
    return this;
  }

  /** Writes one code point of a text; answers how many chars it took there. */
  int rune(int rune) {
    if (LosslessUtf8.isByte(rune)) {
      write(rune);
    } else if (LosslessUtf8.isSurrogate(rune)) {
      three(0xFFFD);
    } else if (rune < 0x80) {
      write(rune);
    } else if (rune < 0x800) {
      write(0xC0 | (rune >> 6)).write(0x80 | (rune & 0x3F));
    } else if (rune < 0x10000) {
      three(rune);
    } else {
      write(0xF0 | (rune >> 18)).write(0x80 | ((rune >> 12) & 0x3F));
      write(0x80 | ((rune >> 6) & 0x3F)).write(0x80 | (rune & 0x3F));
      return 2;
    }
    return 1;
  }

  private void three(int rune) {
    write(0xE0 | (rune >> 12)).write(0x80 | ((rune >> 6) & 0x3F)).write(0x80 | (rune & 0x3F));
  }

  public Utf8Writer integer(long value) {
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        return ascii("-9223372036854775808");
      }
      write('-');
    }
    return digits(Math.abs(value));
  }

  private Utf8Writer digits(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    room(count);
    int at = length += count;
    for (long rest = value; count > 0; count--, rest /= 10) {
      bytes[--at] = (byte) ('0' + rest % 10);
    }
    return this;
  }

  /** A float64 as {@code encoding/json} writes it; the value must be finite. */
  public Utf8Writer jsonNumber(double value) {
    long whole = (long) value;
    boolean isWhole = whole == value && Math.abs(whole) < 1L << 53 && (whole != 0 || 1 / value > 0);
    return isWhole ? integer(whole) : ascii(FloatText.json(value));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
