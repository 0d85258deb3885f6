package io.usagecollector.core.record;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * The generator xoshiro256++ of Blackman and Vigna, public domain. Its 256 bits of state keep the
 * ids that mappings draw for different records apart; written out here, since the sequence must
 * outlive the JDK's choice of generators. Of one thread.
 */
final class RecordRandom implements RandomGenerator {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /**
   * @param seed 32 bytes, not all zero
   */
  RecordRandom(byte[] seed) {
    ByteBuffer words = ByteBuffer.wrap(seed);
    s0 = words.getLong();
    s1 = words.getLong();
    s2 = words.getLong();
    s3 = words.getLong();
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }
}
