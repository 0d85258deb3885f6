package io.usagecollector.core.delivery.gate;

import java.time.Duration;

/**
 * When undecided events may be taken aside: a few seconds after the first was refused, then after a
 * minute, and after twice as long each time up to an hour. Times are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
final class Asides {
  private static final long FIRST = Duration.ofSeconds(3).toMillis();
  private static final long SECOND = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST = Duration.ofHours(1).toMillis();
  private static final int MOST_DOUBLINGS = 6;
  private static final long NEVER = Long.MIN_VALUE;

  private long since = NEVER;
  private int taken;

  /** Events were refused alike, and nothing tells whose the fault is. */
  void refused(long now) {
    if (since == NEVER) {
      since = now;
    }
  }

  /** It is known again: nothing is undecided. */
  void accepted() {
    since = NEVER;
    taken = 0;
  }

  /** Whether some may be taken aside now; then they are. */
  boolean take(long now) {
    if (since == NEVER || now - since < pause()) {
      return false;
    }
    taken++;
    since = now;
    return true;
  }

  private long pause() {
    return taken == 0 ? FIRST : Math.min(LONGEST, SECOND << Math.min(taken - 1, MOST_DOUBLINGS));
  }
}
