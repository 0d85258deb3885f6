package io.usagecollector.bloblang.formats.compression;

/**
 * What a frame says about itself.
 *
 * @param flags independent blocks, checksums and the content's length, a bit each
 * @param blockSize the most bytes that a block holds
 * @param contentLength how long the content is; -1 if it does not say
 */
record Lz4Header(int flags, int blockSize, long contentLength) {
  private static final int VERSION = 0xc0;
  private static final int VERSION_1 = 0x40;
  private static final int INDEPENDENT = 0x20;
  private static final int BLOCK_CHECKSUMS = 0x10;
  private static final int CONTENT_LENGTH = 0x08;
  private static final int CONTENT_CHECKSUM = 0x04;
  private static final int DICTIONARY = 0x01;

  /** The code of the smallest blocks, 64 KB; each next one is four times as large. */
  private static final int SMALLEST = 4;

  private static final int LARGEST = 7;

  static Lz4Header read(Packed in) throws UnpackException {
    int flags = in.peek();
    int length = 2 + (has(flags, CONTENT_LENGTH) ? 8 : 0) + (has(flags, DICTIONARY) ? 4 : 0);
    Packed header = in.part(length, Packed.CUT_OFF);
    check(header.checksum() >>> 8 & 0xff, in.next());
    if ((flags & VERSION) != VERSION_1) {
      throw new UnpackException("lz4: invalid version");
    }
    if (has(flags, DICTIONARY)) {
      throw new UnpackException("lz4: a frame that needs a dictionary");
    }
    header.skip(1);
    int blockSize = blockSize(header.next() >>> 4 & 7);
    return new Lz4Header(flags, blockSize, has(flags, CONTENT_LENGTH) ? header.number(8) : -1);
  }

  private static void check(int got, int expected) throws UnpackException {
    if (got != expected) {
      throw UnpackException.checksum("lz4: invalid header checksum", got, expected);
    }
  }

  private static int blockSize(int code) throws UnpackException {
    if (code < SMALLEST || code > LARGEST) {
      throw new UnpackException("lz4: invalid block size");
    }
    return 1 << (2 * code + 8);
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  /** Whether copies may reach back into the blocks before. */
  boolean isLinked() {
    return !has(flags, INDEPENDENT);
  }

  boolean hasBlockChecksums() {
    return has(flags, BLOCK_CHECKSUMS);
  }

  boolean hasContentChecksum() {
    return has(flags, CONTENT_CHECKSUM);
  }

  void checkLength(int length) throws UnpackException {
    if (has(flags, CONTENT_LENGTH) && length != contentLength) {
      throw new UnpackException("lz4: the content is not as long as its frame says");
    }
  }
}
