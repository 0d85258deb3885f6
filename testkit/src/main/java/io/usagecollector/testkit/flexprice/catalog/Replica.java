package io.usagecollector.testkit.flexprice.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a read sees. The server reads from a replica of its database, unless it has begun to write
 * something in the same request: then it sees all there is. For use under one lock.
 */
public final class Replica {
  private final Clock clock;
  private final Duration lag;
  private boolean asked;

  /**
   * @param lag how far the replica is behind
   */
  public Replica(Clock clock, Duration lag) {
    this.clock = clock;
    this.lag = lag;
  }

  /** Reads as the replica has it. */
  public <T> T read(Supplier<T> reading) {
    boolean outer = asked;
    asked = true;
    try {
      return reading.get();
    } finally {
      asked = outer;
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** The time whose state is read. */
  Instant reads() {
    return asked && !lag.isZero() ? behind(now()) : Instant.MAX;
  }

  /** What the replica has at a time. */
  Instant behind(Instant time) {
    return time.equals(Instant.MIN) ? time : time.minus(lag);
  }
}
