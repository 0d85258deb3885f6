package io.usagecollector.bloblang.formats.compression;

import org.jspecify.annotations.Nullable;

/**
 * Reads LZ4's frames (lz4_Frame_format.md): frames in a row are one content, frames to skip are
 * skipped, checksums are checked where there are any. What is cut off is an error, also where
 * upstream takes a cut between two blocks for the end. The format before frames, and frames that
 * need a dictionary, are not read.
 */
final class Lz4Reader {
  private static final long MAGIC = 0x184D2204L;
  private static final long SKIPPABLE = 0x184D2A50L;
  private static final long UNCOMPRESSED = 0x8000_0000L;

  private final Packed in;
  private final Unpacked out;

  private Lz4Reader(Packed in, Unpacked out) {
    this.in = in;
    this.out = out;
  }

  static void unpack(Packed in, Unpacked out) throws UnpackException {
    Lz4Reader reader = new Lz4Reader(in, out);
    while (in.left() > 0) {
      reader.frame();
    }
  }

  private void frame() throws UnpackException {
    long magic = in.number(4);
    if ((magic & ~0xfL) == SKIPPABLE) {
      in.skip(in.number(4));
    } else if (magic == MAGIC) {
      content(Lz4Header.read(in));
    } else {
      throw new UnpackException("lz4: bad magic number");
    }
  }

  private void content(Lz4Header header) throws UnpackException {
    int begin = out.length();
    long size = in.number(4);
    while (size != 0) {
      block(header, size, begin);
      size = in.number(4);
    }
    header.checkLength(out.length() - begin);
    if (header.hasContentChecksum()) {
      check("lz4: invalid frame checksum", out.checksum(begin));
    }
  }

  private void block(Lz4Header header, long size, int begin) throws UnpackException {
    int before = out.length();
    long length = size & ~UNCOMPRESSED;
    if (length > header.blockSize()) {
      throw new UnpackException("lz4: invalid block size");
    }
    Packed block = in.part(length, Lz4Block.DAMAGED);
    Integer checksum = header.hasBlockChecksums() ? block.checksum() : null;
    if (length < size) {
      out.take(block, length);
    } else {
      Lz4Block.unpack(block, out, header.isLinked() ? begin : before);
    }
    if (out.length() - before > header.blockSize()) {
      throw new UnpackException(Lz4Block.DAMAGED);
    }
    check("lz4: invalid block checksum", checksum);
  }

  private void check(String what, @Nullable Integer got) throws UnpackException {
    if (got != null) {
      int expected = (int) in.number(4);
      if (got != expected) {
        throw UnpackException.checksum(what, got, expected);
      }
    }
  }
}
