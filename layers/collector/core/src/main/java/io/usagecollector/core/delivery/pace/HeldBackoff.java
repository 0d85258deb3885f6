package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a message that is held stays out of sight, where its source can be told: a limit that
 * doubles each time the message was handed over, of which at least half is waited for, so that not
 * all messages of an outage come back in one instant.
 *
 * @param base the first limit
 * @param cap the longest
 */
public record HeldBackoff(Duration base, Duration cap) {
  /**
   * A queue moves a message away once it was handed over a thousand times: at 22 minutes at the
   * least each, that is longer than the fourteen days that a message lives.
   */
  public static final HeldBackoff DEFAULT =
      new HeldBackoff(Duration.ofSeconds(15), Duration.ofMinutes(45));

  private static final int MOST_DOUBLINGS = 30;

  public HeldBackoff {
    if (!base.isPositive() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("a backoff needs 0 < base <= cap");
    }
  }

  /**
   * @param receives how often the message was handed over, from 1
   */
  public Duration after(int receives, RandomGenerator random) {
    long doubled = base.toMillis() << Math.min(receives - 1, MOST_DOUBLINGS);
    long limit = Math.min(doubled, cap.toMillis());
    long half = limit / 2;
    return Duration.ofMillis(half + random.nextLong(limit - half + 1));
  }
}
