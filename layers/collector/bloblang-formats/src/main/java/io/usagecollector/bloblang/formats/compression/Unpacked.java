package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.extension.RunBudget;
import io.usagecollector.bloblang.value.Bin;
import java.util.Arrays;

/** What is unpacked so far. It grows as bytes come, and the run pays for its growth in steps. */
final class Unpacked {
  /** More than this out of a message is no message, but an attack on the memory. */
  static final int MOST_BYTES = 64 << 20;

  private static final int FIRST = 1 << 10;
  private static final int BYTES_A_STEP = 16;

  private final RunBudget budget;
  private byte[] bytes = new byte[FIRST];
  private int length;

  Unpacked(RunBudget budget) {
    this.budget = budget;
  }

  int length() {
    return length;
  }

  /** The checksum of what came since a place. */
  int checksum(int from) {
    return XxHash32.of(bytes, from, length - from);
  }

  Bin toBin() {
    return Bin.of(bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
  }

  /** Draws steps for work on bytes that are not yet here. */
  void pay(int steps) {
    budget.step(steps);
  }

  void take(Packed from, long count) throws UnpackException {
    room(count);
    from.copyTo(bytes, length, (int) count);
    length += (int) count;
  }

  void fill(int value, int count) throws UnpackException {
    room(count);
    Arrays.fill(bytes, length, length + count, (byte) value);
    length += count;
  }

  /** Again what came a distance before, which is at least 1; a copy that reaches itself repeats. */
  void repeat(int distance, long count) throws UnpackException {
    room(count);
    int from = length - distance;
    int end = length + (int) count;
    while (length < end) {
      int piece = Math.min(length - from, end - length);
      System.arraycopy(bytes, from, bytes, length, piece);
      length += piece;
    }
  }

  private void room(long count) throws UnpackException {
    if (length + count > MOST_BYTES) {
      throw new UnpackException("it decompresses to more than " + MOST_BYTES + " bytes");
    }
    if (length + count > bytes.length) {
      int more = (int) Math.max(length + count, Math.min(MOST_BYTES, 2L * bytes.length));
      pay((more - bytes.length) / BYTES_A_STEP);
      bytes = Arrays.copyOf(bytes, more);
    }
  }
}
