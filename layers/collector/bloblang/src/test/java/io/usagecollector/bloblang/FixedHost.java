package io.usagecollector.bloblang;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A host whose clock stands and whose generator starts from a seed. */
public record FixedHost(long unixNanos, RandomGenerator random) implements Host {
  /** 2009-11-10T23:00:00.123456789Z. */
  public static final long NANOS = 1_257_894_000_123_456_789L;

  public static FixedHost seeded(long seed) {
    return new FixedHost(NANOS, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }
}
