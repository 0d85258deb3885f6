package io.usagecollector.core.delivery.gate;

import java.time.Duration;

/** Lets the first through, and then one a minute. */
final class OnceAMinute {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long NEVER = Long.MIN_VALUE;

  private long last = NEVER;

  /** Whether this one is let through; a clock that went back lets one through. */
  boolean isDue(long now) {
    if (last != NEVER && Math.abs(now - last) < MINUTE) {
      return false;
    }
    last = now;
    return true;
  }
}
