package io.usagecollector.bloblang.gotext.encoding;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** CRC-32 over the three polynomials that Go names, as four bytes, the highest first. */
public final class Crc32 {
  private static final int KOOPMAN = 0xEB31D82E;

  private Crc32() {}

  /** The polynomial of Ethernet and zip. */
  public static byte[] ieee(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return bytes((int) crc.getValue());
  }

  public static byte[] castagnoli(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return bytes((int) crc.getValue());
  }

  public static byte[] koopman(byte[] bytes) {
    int crc = -1;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) != 0 ? KOOPMAN : 0);
      }
    }
    return bytes(~crc);
  }

  private static byte[] bytes(int crc) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(crc).array();
  }
}
