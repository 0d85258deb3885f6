package io.usagecollector.bloblang.value;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.bytes.Search;
import io.usagecollector.bloblang.bytes.Words;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A string: a run of bytes, usually UTF-8, often a slice of the message it was read from. Equality,
 * order and lengths are those of the bytes.
 */
public final class Str extends Value implements Comparable<Str> {
  public static final Str EMPTY = new Str(new byte[0], 0, 0);

  private final byte[] buffer;
  private final int offset;
  private final int length;
  private final boolean replaced;
  private int hash;

  public Str(byte[] buffer, int offset, int length) {
    this(buffer, offset, length, false);
  }

  private Str(byte[] buffer, int offset, int length, boolean replaced) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
    this.replaced = replaced;
  }

  /** The text's bytes, with a word to spare behind them, so that they are compared by words. */
  public static Str of(String text) {
    byte[] bytes = LosslessUtf8.encode(text);
    return new Str(Arrays.copyOf(bytes, bytes.length + Words.BYTES), 0, bytes.length);
  }

  /** Takes the array over: the caller must not change it. */
  public static Str of(byte[] utf8) {
    return new Str(utf8, 0, utf8.length);
  }

  /** A slice of the array, which must not change any more. */
  public static Str of(byte[] utf8, int offset, int length) {
    return new Str(utf8, offset, length);
  }

  /** The same text, known to hold U+FFFD in the place of what was none: see {@link #isText}. */
  public Str asReplaced() {
    return new Str(buffer, offset, length, true);
  }

  /**
   * Whether it is text as its source wrote it: valid UTF-8, in which no U+FFFD stands for bytes, or
   * for halves of surrogate pairs, that were none and that JSON has no word for. Sources that
   * differ give strings that differ, if these are text.
   */
  public boolean isText() {
    return !replaced && Runes.isValid(buffer, offset, offset + length);
  }

  /** The length in bytes. */
  public int length() {
    return length;
  }

  /** The byte at an index, 0 to 255. */
  public int byteAt(int index) {
    return buffer[offset + index] & 0xFF;
  }

  /** The bytes from one index up to another, sharing the same memory. */
  public Str slice(int from, int to) {
    return from == 0 && to == length ? this : new Str(buffer, offset + from, to - from, replaced);
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(buffer, offset, offset + length);
  }

  /** The array that holds the bytes, from {@link #offset}; not to be changed. */
  public byte[] buffer() {
    return buffer;
  }

  public int offset() {
    return offset;
  }

  public boolean isAscii() {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  public boolean startsWith(Str prefix) {
    return matchesAt(0, prefix);
  }

  public boolean endsWith(Str suffix) {
    return matchesAt(length - suffix.length, suffix);
  }

  private boolean matchesAt(int index, Str part) {
    return index >= 0
        && part.length <= length - index
        && Words.same(buffer, offset + index, part.buffer, part.offset, part.length);
  }

  /**
   * The first index of the part at or after {@code from}, or -1; an empty part is found at once.
   */
  public int indexOf(Str part, int from) {
    int found =
        Search.indexOf(
            buffer,
            offset + from,
            offset + length,
            part.buffer,
            part.offset,
            part.offset + part.length);
    return found < 0 ? -1 : found - offset;
  }

  public Str concat(Str other) {
    int both = Math.addExact(length, other.length);
    byte[] joined = new byte[Math.addExact(both, Words.BYTES)];
    System.arraycopy(buffer, offset, joined, 0, length);
    System.arraycopy(other.buffer, other.offset, joined, length, other.length);
    return new Str(joined, 0, both, replaced || other.replaced);
  }

  /** Compares the bytes, unsigned: the order of keys in JSON and of {@code <}. */
  @Override
  public int compareTo(Str other) {
    return Words.compare(buffer, offset, length, other.buffer, other.offset, other.length);
  }

  /** The first eight bytes, first one highest, zeros where there are fewer: in the keys' order. */
  public long firstWord() {
    return Words.first(buffer, offset, length);
  }

  /** A number from 0 to 63 that equal strings share. */
  int bit() {
    return (int) (((firstWord() + length) * 0x9E3779B97F4A7C15L) >>> 58);
  }

  public boolean sameBytes(byte[] other, int from, int to) {
    return length == to - from && Words.same(buffer, offset, other, from, length);
  }

  void appendTo(Utf8Buffer out) {
    out.put(buffer, offset, length);
  }

  @Override
  public Kind kind() {
    return Kind.STRING;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Str that
        && length == that.length
        && Words.same(buffer, offset, that.buffer, that.offset, length);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = 1;
      for (int i = offset; i < offset + length; i++) {
        h = 31 * h + buffer[i];
      }
      hash = h;
    }
    return h;
  }

  /**
   * The text; bytes that are not valid UTF-8 show as the characters that stand for them, so that
   * {@link #of(String)} gives the same bytes back.
   */
  @Override
  public String toString() {
    return isAscii()
        ? new String(buffer, offset, length, StandardCharsets.ISO_8859_1)
        : LosslessUtf8.decode(toBytes());
  }
}
