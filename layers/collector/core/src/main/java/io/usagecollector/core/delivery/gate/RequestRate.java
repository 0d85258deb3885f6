package io.usagecollector.core.delivery.gate;

import java.time.Duration;

/**
 * How many requests all instances together may send a minute. They are given out in portions, one
 * after the other with the same time between them, so that not every request costs a write: so many
 * that even portions that are used as late as they may be are never more than the rate within any
 * minute, as far as the instances' clocks agree. What it costs: the rate is reached to nineteen
 * twentieths.
 *
 * @param perMinute from 1
 */
public record RequestRate(int perMinute) {
  /** What of a portion is not used after so long has lapsed. */
  static final Duration LIFE = Duration.ofSeconds(2);

  private static final int PORTIONS = 50;

  public RequestRate {
    if (perMinute < 1) {
      throw new IllegalArgumentException("at least one request a minute must be allowed");
    }
  }

  /** The requests of a portion. */
  public int portion() {
    return Math.max(1, perMinute / PORTIONS);
  }

  /** The time from one portion to the next, rounded up to milliseconds. */
  public Duration interval() {
    int portions = perMinute / portion();
    long window = Duration.ofMinutes(1).plus(LIFE).toMillis();
    return Duration.ofMillis((window + portions - 1) / portions);
  }
}
