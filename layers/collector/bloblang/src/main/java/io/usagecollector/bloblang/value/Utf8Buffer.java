package io.usagecollector.bloblang.value;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.bytes.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes to print into; reusable by {@link #clear}. Not thread-safe. */
public final class Utf8Buffer {
  /** More than this is no text that anybody reads, but an attack on the memory. */
  public static final int LONGEST = 64 << 20;

  private byte[] bytes;
  private int size;

  public Utf8Buffer() {
    this(256);
  }

  public Utf8Buffer(int capacity) {
    bytes = new byte[capacity];
  }

  public int size() {
    return size;
  }

  /** The backing array, valid up to {@link #size} until the next write. */
  public byte[] array() {
    return bytes;
  }

  public void clear() {
    size = 0;
  }

  /** Cuts back to an earlier size. */
  public void truncate(int newSize) {
    size = Math.min(size, newSize);
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** What was written, as a string with a word to spare behind it (see {@link Str#of(String)}). */
  public Str toStr() {
    byte[] copy = new byte[size + Words.BYTES];
    System.arraycopy(bytes, 0, copy, 0, size);
    return new Str(copy, 0, size);
  }

  public Utf8Buffer put(int b) {
    if (size == bytes.length) {
      grow(1);
    }
    bytes[size++] = (byte) b;
    return this;
  }

  public Utf8Buffer put(byte[] source) {
    return put(source, 0, source.length);
  }

  public Utf8Buffer put(byte[] source, int offset, int length) {
    if (bytes.length - size < length) {
      grow(length);
    }
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
    return this;
  }

  /**
   * Appends bytes up to the first that JSON cannot take as it is (see {@link Words#special}).
   *
   * @return how many
   */
  public int putPlain(byte[] source, int from, int to) {
    int room = to - from + Words.BYTES;
    if (bytes.length - size < room) {
      grow(room);
    }
    int at = from;
    while (at < to && at + Words.BYTES <= source.length) {
      // The word's bytes beyond the end are overwritten by what comes next.
      long word = Words.at(source, at);
      Words.put(bytes, size + at - from, word);
      int plain = Words.place(Words.special(word));
      at += plain;
      if (plain < Words.BYTES) {
        break;
      }
    }
    at = Math.min(at, to);
    size += at - from;
    return at + Words.BYTES > source.length ? putPlainEnd(source, from, at, to) : at - from;
  }

  /** The same at the end of the source, where no word is left. */
  private int putPlainEnd(byte[] source, int from, int done, int to) {
    int at = done;
    while (at < to && source[at] >= ' ' && source[at] != '"' && source[at] != '\\') {
      bytes[size++] = source[at++];
    }
    return at - from;
  }

  /** Appends a string's bytes. */
  public Utf8Buffer put(Str text) {
    text.appendTo(this);
    return this;
  }

  /** Appends text as UTF-8. */
  public Utf8Buffer put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a code point as UTF-8; a surrogate or a number beyond Unicode becomes U+FFFD. */
  public Utf8Buffer putRune(int rune) {
    if (rune < 0x80 && rune >= 0) {
      return put(rune);
    }
    boolean invalid = rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000);
    int valid = invalid ? Runes.REPLACEMENT : rune;
    if (valid < 0x800) {
      return put(0xC0 | (valid >> 6)).tail(valid, 0);
    }
    if (valid < 0x10000) {
      return put(0xE0 | (valid >> 12)).tail(valid, 6);
    }
    return put(0xF0 | (valid >> 18)).tail(valid, 12);
  }

  private Utf8Buffer tail(int rune, int from) {
    for (int shift = from; shift >= 0; shift -= 6) {
      put(0x80 | ((rune >> shift) & 0x3F));
    }
    return this;
  }

  /** Appends a decimal integer. */
  public Utf8Buffer putLong(long value) {
    if (value == Long.MIN_VALUE) {
      return put("-9223372036854775808");
    }
    long rest = Math.abs(value);
    int digits = digits(rest) + (value < 0 ? 1 : 0);
    if (bytes.length - size < digits) {
      grow(digits);
    }
    int at = size + digits;
    do {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (value < 0) {
      bytes[--at] = '-';
    }
    size += digits;
    return this;
  }

  private static int digits(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    return count;
  }

  private void grow(int atLeast) {
    long needed = (long) size + atLeast;
    if (needed > LONGEST) {
      throw new Exhausted("a text of more than " + LONGEST + " bytes");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, LONGEST)));
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
