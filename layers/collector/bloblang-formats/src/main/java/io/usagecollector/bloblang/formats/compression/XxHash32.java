package io.usagecollector.bloblang.formats.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** xxHash, 32 bits, seed 0: the checksum of LZ4's frames (xxhash_spec.md). */
final class XxHash32 {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int P1 = 0x9E3779B1;
  private static final int P2 = 0x85EBCA77;
  private static final int P3 = 0xC2B2AE3D;
  private static final int P4 = 0x27D4EB2F;
  private static final int P5 = 0x165667B1;

  // Sums that overflow, as they are meant to.
  private static final int P1_AND_P2 = 0x24234428;
  private static final int MINUS_P1 = 0x61C8864F;

  private static final int STRIPE = 16;

  private XxHash32() {}

  static int of(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int tail = end - length % STRIPE;
    int hash = length < STRIPE ? P5 : stripes(bytes, offset, tail);
    return avalanche(rest(hash + length, bytes, tail, end));
  }

  private static int stripes(byte[] bytes, int from, int to) {
    int a = P1_AND_P2;
    int b = P2;
    int c = 0;
    int d = MINUS_P1;
    for (int at = from; at < to; at += STRIPE) {
      a = round(a, word(bytes, at));
      b = round(b, word(bytes, at + 4));
      c = round(c, word(bytes, at + 8));
      d = round(d, word(bytes, at + 12));
    }
    return Integer.rotateLeft(a, 1)
        + Integer.rotateLeft(b, 7)
        + Integer.rotateLeft(c, 12)
        + Integer.rotateLeft(d, 18);
  }

  private static int rest(int start, byte[] bytes, int from, int to) {
    int hash = start;
    int at = from;
    for (; at + 4 <= to; at += 4) {
      hash = Integer.rotateLeft(hash + word(bytes, at) * P3, 17) * P4;
    }
    for (; at < to; at++) {
      hash = Integer.rotateLeft(hash + (bytes[at] & 0xff) * P5, 11) * P1;
    }
    return hash;
  }

  private static int round(int lane, int word) {
    return Integer.rotateLeft(lane + word * P2, 13) * P1;
  }

  private static int avalanche(int hash) {
    int mixed = (hash ^ hash >>> 15) * P2;
    mixed = (mixed ^ mixed >>> 13) * P3;
    return mixed ^ mixed >>> 16;
  }

  private static int word(byte[] bytes, int at) {
    return (int) WORD.get(bytes, at);
  }
}
