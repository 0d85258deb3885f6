package io.usagecollector.bloblang.formats.compression;

/**
 * Reads a Snappy block: a length, then literals, and copies of what was already unpacked, from any
 * distance (format_description.txt). The length is a promise: nothing is reserved on its word.
 */
final class SnappyReader {
  /** All that upstream says of any damage. */
  static final String DAMAGED = "s2: corrupt input";

  private static final int LONGEST_IN_TAG = 60;

  private final Packed in;
  private final Unpacked out;
  private final long length;

  private SnappyReader(Packed in, Unpacked out) throws UnpackException {
    this.in = in;
    this.out = out;
    this.length = length();
  }

  static void unpack(Packed in, Unpacked out) throws UnpackException {
    SnappyReader reader = new SnappyReader(in, out);
    while (in.left() > 0) {
      reader.element(in.next());
    }
    check(out.length() == reader.length);
  }

  private void element(int tag) throws UnpackException {
    int rest = tag >>> 2;
    switch (tag & 3) {
      case 0 -> literal(1 + (rest < LONGEST_IN_TAG ? rest : in.number(rest - LONGEST_IN_TAG + 1)));
      case 1 -> copy(4 + (rest & 7), (long) (rest >>> 3) << 8 | in.next());
      case 2 -> copy(1 + rest, in.number(2));
      default -> copy(1 + rest, in.number(4));
    }
  }

  private void literal(long count) throws UnpackException {
    check(count <= length - out.length());
    out.take(in, count);
  }

  private void copy(int count, long distance) throws UnpackException {
    check(distance > 0 && distance <= out.length() && count <= length - out.length());
    out.repeat((int) distance, count);
  }

  /** Seven bits a byte, the lowest first, 32 in all. */
  private long length() throws UnpackException {
    long sum = 0;
    for (int shift = 0; shift <= 28; shift += 7) {
      int b = in.next();
      sum |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        check(sum <= 0xffff_ffffL);
        return sum;
      }
    }
    throw new UnpackException(DAMAGED);
  }

  private static void check(boolean sound) throws UnpackException {
    if (!sound) {
      throw new UnpackException(DAMAGED);
    }
  }
}
