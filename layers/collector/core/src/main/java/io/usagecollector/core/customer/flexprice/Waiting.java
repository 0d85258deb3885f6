package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.Polling;
import io.usagecollector.core.customer.Sleeper;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits for the replica that reads go to. Thread-safe. */
final class Waiting {
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private final Duration lag;

  /**
   * @param random thread-safe
   * @param lag how far the replica may be behind
   */
  Waiting(Sleeper sleeper, RandomGenerator random, Duration lag) {
    this.sleeper = sleeper;
    this.random = random;
    this.lag = lag;
  }

  /** Short pauses between looks at what is known to be there. */
  Polling polling() {
    return new Polling(sleeper, random);
  }

  /** How long something that is there may stay unseen, with some time to spare. */
  Deadline untilSeen(Deadline deadline) {
    return deadline.within(lag.multipliedBy(2));
  }

  /** Whether there is time to wait out the lag. */
  boolean hasTime(Deadline deadline) {
    return deadline.left().compareTo(lag) > 0;
  }

  /**
   * Waits until what was written before now can be read.
   *
   * @return false if the deadline comes first, or the thread was interrupted, and is so still
   */
  boolean outTheLag(Deadline deadline) {
    if (!hasTime(deadline)) {
      return false;
    }
    try {
      sleeper.sleep(lag);
      return !deadline.isOver();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
