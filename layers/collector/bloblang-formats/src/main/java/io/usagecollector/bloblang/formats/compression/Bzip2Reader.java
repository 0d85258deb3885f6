package io.usagecollector.bloblang.formats.compression;

/**
 * Reads bzip2: streams in a row, each of blocks that stand for themselves. Upstream does not write
 * it, so nothing here does either.
 */
final class Bzip2Reader {
  private static final int MAGIC = 0x425a;
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;
  private static final int BYTES_A_LEVEL = 100_000;

  private final Bits in;
  private final Unpacked out;

  private Bzip2Reader(Bits in, Unpacked out) {
    this.in = in;
    this.out = out;
  }

  static UnpackException damaged(String how) {
    return new UnpackException("bzip2 data invalid: " + how);
  }

  static void unpack(Packed packed, Unpacked out) throws UnpackException {
    Bzip2Reader reader = new Bzip2Reader(new Bits(packed), out);
    reader.stream("bad magic value");
    while (reader.in.hasNextByte()) {
      reader.stream("bad magic value in continuation file");
    }
  }

  private void stream(String noMagic) throws UnpackException {
    check(in.read(16) == MAGIC, noMagic);
    check(in.read(8) == 'h', "non-Huffman entropy encoding");
    int level = (int) in.read(8) - '0';
    check(level >= 1 && level <= 9, "invalid compression level");
    int checksum = 0;
    long magic = in.read(48);
    for (; magic == BLOCK; magic = in.read(48)) {
      checksum = Integer.rotateLeft(checksum, 1) ^ block(level * BYTES_A_LEVEL);
    }
    check(magic == END, "bad magic value found");
    check((int) in.read(32) == checksum, "file checksum mismatch");
  }

  private int block(int mostBytes) throws UnpackException {
    int expected = (int) in.read(32);
    int checksum = new Bzip2Block(in, mostBytes).unpack(out);
    check(checksum == expected, "block checksum mismatch");
    return checksum;
  }

  static void check(boolean sound, String how) throws UnpackException {
    if (!sound) {
      throw damaged(how);
    }
  }
}
