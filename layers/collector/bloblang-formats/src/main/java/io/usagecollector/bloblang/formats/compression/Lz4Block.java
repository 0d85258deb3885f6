package io.usagecollector.bloblang.formats.compression;

import java.io.ByteArrayOutputStream;

/** A block of LZ4: literals and copies in turns (lz4_Block_format.md). */
final class Lz4Block {
  static final String DAMAGED = "lz4: invalid source or destination buffer too short";

  private static final int SHORTEST = 4;
  private static final int MOST_IN_TOKEN = 15;

  private Lz4Block() {}

  static byte[] pack(byte[] bytes, int offset, int length) {
    Writer writer = new Writer(bytes);
    Matches.find(bytes, offset, offset + length, writer);
    return writer.out.toByteArray();
  }

  /** Copies may reach back to where the content begins: the blocks before, if they are linked. */
  static void unpack(Packed block, Unpacked to, int begin) throws UnpackException {
    do {
      int token = block.next();
      to.take(block, length(block, token >>> 4));
      if (block.left() == 0) {
        return;
      }
      int distance = (int) block.number(2);
      if (distance == 0 || distance > to.length() - begin) {
        throw new UnpackException(DAMAGED);
      }
      to.repeat(distance, SHORTEST + length(block, token & MOST_IN_TOKEN));
    } while (block.left() > 0);
    // The last sequence has literals alone.
    throw new UnpackException(DAMAGED);
  }

  private static long length(Packed block, int inToken) throws UnpackException {
    long length = inToken;
    if (inToken == MOST_IN_TOKEN) {
      int more;
      do {
        more = block.next();
        length += more;
      } while (more == 0xff);
    }
    return length;
  }

  private static final class Writer implements Matches.Sink {
    private final byte[] bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Writer(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void match(int from, int to, int distance, int length) {
      literals(from, to, Math.min(length - SHORTEST, MOST_IN_TOKEN));
      out.write(distance);
      out.write(distance >>> 8);
      beyond(length - SHORTEST);
    }

    @Override
    public void rest(int from, int to) {
      literals(from, to, 0);
    }

    private void literals(int from, int to, int match) {
      out.write(Math.min(to - from, MOST_IN_TOKEN) << 4 | match);
      beyond(to - from);
      out.write(bytes, from, to - from);
    }

    /** What of a length the token does not hold. */
    private void beyond(int length) {
      if (length >= MOST_IN_TOKEN) {
        int more = length - MOST_IN_TOKEN;
        for (; more >= 0xff; more -= 0xff) {
          out.write(0xff);
        }
        out.write(more);
      }
    }
  }
}
