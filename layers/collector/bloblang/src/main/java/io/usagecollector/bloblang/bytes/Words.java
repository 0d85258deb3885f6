package io.usagecollector.bloblang.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes compared and searched eight at a time. Keys and most strings are a word or two long, where
 * a call of the JDK's range methods costs more than the comparison.
 */
public final class Words {
  public static final int BYTES = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Words() {}

  /** The eight bytes from an index, the first one lowest. */
  public static long at(byte[] b, int index) {
    return (long) LONGS.get(b, index);
  }

  public static void put(byte[] b, int index, long word) {
    LONGS.set(b, index, word);
  }

  /** Whether two runs of bytes of one length are the same. */
  public static boolean same(byte[] a, int i, byte[] b, int j, int length) {
    if (length >= BYTES) {
      return sameLong(a, i, b, j, length);
    }
    return (i + BYTES <= a.length && j + BYTES <= b.length)
        ? first(at(a, i) ^ at(b, j), length) == 0
        : Arrays.equals(a, i, i + length, b, j, j + length);
  }

  private static boolean sameLong(byte[] a, int i, byte[] b, int j, int length) {
    int last = length - BYTES;
    for (int k = 0; k < last; k += BYTES) {
      if (at(a, i + k) != at(b, j + k)) {
        return false;
      }
    }
    return at(a, i + last) == at(b, j + last);
  }

  /** Orders two runs of bytes, unsigned, a beginning before what it begins. */
  public static int compare(byte[] a, int i, int length, byte[] b, int j, int otherLength) {
    int both = Math.min(length, otherLength);
    int k = 0;
    for (; k < both && i + k + BYTES <= a.length && j + k + BYTES <= b.length; k += BYTES) {
      long x = first(at(a, i + k), both - k);
      long y = first(at(b, j + k), both - k);
      if (x != y) {
        return Long.compareUnsigned(Long.reverseBytes(x), Long.reverseBytes(y));
      }
    }
    return k >= both
        ? Integer.compare(length, otherLength)
        : Arrays.compareUnsigned(a, i + k, i + length, b, j + k, j + otherLength);
  }

  /** The first eight bytes of a run, the first one highest, zeros behind a shorter one. */
  public static long first(byte[] b, int from, int length) {
    if (from + BYTES <= b.length) {
      long word = Long.reverseBytes(at(b, from));
      return length >= BYTES ? word : length == 0 ? 0 : word & (-1L << ((BYTES - length) * 8));
    }
    long word = 0;
    for (int i = 0; i < Math.min(length, BYTES); i++) {
      word |= (b[from + i] & 0xFFL) << ((BYTES - 1 - i) * 8);
    }
    return word;
  }

  /** The first so many bytes of a word, moved to its end; all of it from eight on. */
  private static long first(long word, int bytes) {
    return bytes >= BYTES ? word : bytes == 0 ? 0 : word << ((BYTES - bytes) * 8);
  }

  /**
   * Where in a word JSON text must be looked at: the high bit of each byte that is a quote, a
   * backslash, a control character or above 0x7F. Bytes after the first such one may be marked too.
   */
  public static long special(long word) {
    long quote = word ^ ONES * '"';
    long slash = word ^ ONES * '\\';
    return ((quote - ONES & ~quote) | (slash - ONES & ~slash) | (word - ONES * ' ' & ~word) | word)
        & HIGHS;
  }

  /** The place in the word of the first marked byte. */
  public static int place(long marks) {
    return Long.numberOfTrailingZeros(marks) >> 3;
  }
}
