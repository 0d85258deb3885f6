package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.value.Str;
import java.io.ByteArrayOutputStream;

/**
 * Writes one Snappy block, as upstream's method does, not the frames of Snappy's files:
 * format_description.txt.
 */
final class SnappyWriter implements Matches.Sink {
  private static final int LITERAL = 0;
  private static final int COPY = 2;

  /** The longest length that a literal's tag holds; beyond it, it says how many bytes do. */
  private static final int LONGEST_IN_TAG = 60;

  private static final int LONGEST_COPY = 64;

  private final byte[] bytes;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private SnappyWriter(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] block(Str content) {
    SnappyWriter writer = new SnappyWriter(content.buffer());
    writer.length(content.length());
    int start = content.offset();
    Matches.find(content.buffer(), start, start + content.length(), writer);
    return writer.out.toByteArray();
  }

  /** Seven bits a byte, the lowest first. */
  private void length(int length) {
    int rest = length;
    for (; rest > 0x7f; rest >>>= 7) {
      out.write(rest | 0x80);
    }
    out.write(rest);
  }

  @Override
  public void match(int from, int to, int distance, int length) {
    rest(from, to);
    for (int left = length; left > 0; left -= LONGEST_COPY) {
      out.write((Math.min(left, LONGEST_COPY) - 1) << 2 | COPY);
      out.write(distance);
      out.write(distance >>> 8);
    }
  }

  @Override
  public void rest(int from, int to) {
    if (to > from) {
      tag(to - from - 1);
      out.write(bytes, from, to - from);
    }
  }

  /** A literal's tag with its length less one. */
  private void tag(int length) {
    if (length < LONGEST_IN_TAG) {
      out.write(length << 2 | LITERAL);
    } else {
      int count = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
      out.write((LONGEST_IN_TAG - 1 + count) << 2 | LITERAL);
      for (int i = 0; i < count; i++) {
        out.write(length >>> (8 * i));
      }
    }
  }
}
