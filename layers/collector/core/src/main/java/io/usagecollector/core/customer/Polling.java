package io.usagecollector.core.customer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between looks at something that others change: 50 ms at first, each twice as long as
 * the one before, 500 ms at most; a random half of each is left out, so that those who began to
 * wait together do not look together. For one who waits.
 */
public final class Polling {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMillis(500);

  private final Sleeper sleeper;
  private final RandomGenerator random;
  private Duration next = FIRST;

  public Polling(Sleeper sleeper, RandomGenerator random) {
    this.sleeper = sleeper;
    this.random = random;
  }

  /**
   * Waits for the next look.
   *
   * @return false if there is none: the deadline is over, or the thread was interrupted, and is so
   *     still
   */
  public boolean again(Deadline deadline) {
    Duration left = deadline.left();
    if (!left.isPositive()) {
      return false;
    }
    Duration pause = jittered();
    try {
      sleeper.sleep(pause.compareTo(left) < 0 ? pause : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !deadline.isOver();
  }

  private Duration jittered() {
    long whole = next.toMillis();
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
  }
}
