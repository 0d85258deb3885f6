package io.usagecollector.bloblang.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 64-bit xxHash with seed 0, after its specification. */
final class XxHash64 {
  private static final long P1 = 0x9E3779B185EBCA87L;
  private static final long P2 = 0xC2B2AE3D27D4EB4FL;
  private static final long P3 = 0x165667B19E3779F9L;
  private static final long P4 = 0x85EBCA77C2B2AE63L;
  private static final long P5 = 0x27D4EB2F165667C5L;

  private XxHash64() {}

  static long of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long hash = (bytes.length >= 32 ? stripes(in) : P5) + bytes.length;
    while (in.remaining() >= 8) {
      hash = Long.rotateLeft(hash ^ round(0, in.getLong()), 27) * P1 + P4;
    }
    if (in.remaining() >= 4) {
      hash = Long.rotateLeft(hash ^ ((in.getInt() & 0xFFFF_FFFFL) * P1), 23) * P2 + P3;
    }
    while (in.hasRemaining()) {
      hash = Long.rotateLeft(hash ^ ((in.get() & 0xFF) * P5), 11) * P1;
    }
    return avalanche(hash);
  }

  private static long stripes(ByteBuffer in) {
    // The sum wraps around on purpose: 64-bit arithmetic is modular here.
    long[] lanes = {Long.sum(P1, P2), P2, 0, -P1};
    while (in.remaining() >= 32) {
      for (int i = 0; i < 4; i++) {
        lanes[i] = round(lanes[i], in.getLong());
      }
    }
    long hash = 0;
    for (int i = 0; i < 4; i++) {
      hash += Long.rotateLeft(lanes[i], i == 0 ? 1 : i == 1 ? 7 : i == 2 ? 12 : 18);
    }
    for (long lane : lanes) {
      hash = (hash ^ round(0, lane)) * P1 + P4;
    }
    return hash;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * P2, 31) * P1;
  }

  private static long avalanche(long value) {
    long hash = (value ^ (value >>> 33)) * P2;
    hash = (hash ^ (hash >>> 29)) * P3;
    return hash ^ (hash >>> 32);
  }
}
