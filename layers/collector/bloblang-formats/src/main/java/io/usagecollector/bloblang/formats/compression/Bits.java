package io.usagecollector.bloblang.formats.compression;

/** Packed bytes as bits, the highest of a byte first. */
final class Bits {
  private final Packed in;
  private long held;
  private int count;

  Bits(Packed in) {
    this.in = in;
  }

  /** The next bits, 48 at most, as a number. */
  long read(int bits) throws UnpackException {
    while (count < bits) {
      held = held << 8 | in.next();
      count += 8;
    }
    count -= bits;
    return held >>> count & (1L << bits) - 1;
  }

  boolean bit() throws UnpackException {
    return read(1) != 0;
  }

  /** Leaves out what is left of a byte; answers whether there is another. */
  boolean hasNextByte() {
    count -= count % 8;
    return count > 0 || in.left() > 0;
  }
}
