package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.value.Str;
import java.io.ByteArrayOutputStream;

/**
 * Writes LZ4's frame format as upstream does: blocks of four megabytes that stand for themselves,
 * and a checksum of the content (lz4_Frame_format.md).
 */
final class Lz4Writer {
  private static final int BLOCK = 4 << 20;

  /** The magic number, version 1 with independent blocks and a checksum, 4 MB, the header's own. */
  private static final byte[] HEADER = {4, 0x22, 0x4d, 0x18, 0x64, 0x70, (byte) 0xb9};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Lz4Writer() {}

  static byte[] frame(Str content) {
    return new Lz4Writer().write(content.buffer(), content.offset(), content.length());
  }

  private byte[] write(byte[] bytes, int offset, int length) {
    out.writeBytes(HEADER);
    for (int done = 0; done < length; done += BLOCK) {
      block(bytes, offset + done, Math.min(BLOCK, length - done));
    }
    number(0);
    number(XxHash32.of(bytes, offset, length));
    return out.toByteArray();
  }

  /** What does not shrink stands as it is, with the highest bit of its length set. */
  private void block(byte[] bytes, int offset, int length) {
    byte[] packed = Lz4Block.pack(bytes, offset, length);
    if (packed.length < length) {
      number(packed.length);
      out.writeBytes(packed);
    } else {
      number(length | Integer.MIN_VALUE);
      out.write(bytes, offset, length);
    }
  }

  private void number(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
