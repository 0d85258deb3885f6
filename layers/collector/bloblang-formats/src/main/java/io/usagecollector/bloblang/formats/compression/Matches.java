package io.usagecollector.bloblang.formats.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds what repeats in bytes, as LZ4 and Snappy write it. It looks at one candidate a place, the
 * last one with the same hash of four bytes, so that the time is linear in the length whatever the
 * bytes are; the longer nothing repeats, the wider are its steps.
 */
final class Matches {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SHORTEST = 4;
  private static final int FARTHEST = 0xffff;

  /** LZ4 wants the last five bytes as they are, and no match that starts in the last twelve. */
  private static final int LAST_START = 12;

  private static final int LAST_BYTES = 5;

  private static final int FEWEST_BITS = 8;
  private static final int MOST_BITS = 14;

  /** What was found, in order. */
  interface Sink {
    /** Bytes as they are, then a copy of at least four bytes from at most 65,535 before. */
    void match(int from, int to, int distance, int length);

    /** The bytes that remain; there may be none. */
    void rest(int from, int to);
  }

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final int shift;
  private final int[] places;

  private Matches(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(end - start);
    bits = Math.clamp(bits, FEWEST_BITS, MOST_BITS);
    this.shift = Integer.SIZE - bits;
    this.places = new int[1 << bits];
  }

  static void find(byte[] bytes, int start, int end, Sink sink) {
    new Matches(bytes, start, end).find(sink);
  }

  private void find(Sink sink) {
    int literal = start;
    int at = start;
    int misses = 0;
    while (at <= end - LAST_START) {
      int before = candidate(at);
      if (before >= 0) {
        int length = length(before, at);
        sink.match(literal, at, at - before, length);
        at += length;
        literal = at;
        misses = 0;
      } else {
        at += 1 + (misses++ >> 5);
      }
    }
    sink.rest(literal, end);
  }

  /** Where the four bytes of a place stood before, near enough; -1 if nowhere that is known. */
  private int candidate(int at) {
    int word = word(at);
    int slot = (word * 0x9E3779B1) >>> shift;
    int before = places[slot] - 1;
    places[slot] = at + 1;
    return before >= 0 && at - before <= FARTHEST && word(before) == word ? before : -1;
  }

  private int length(int before, int at) {
    int length = SHORTEST;
    while (at + length < end - LAST_BYTES && bytes[before + length] == bytes[at + length]) {
      length++;
    }
    return length;
  }

  private int word(int at) {
    return (int) WORD.get(bytes, at);
  }
}
