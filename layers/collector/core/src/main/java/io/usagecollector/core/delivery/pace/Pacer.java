package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Waits for the time of the next call, inside the invocation's time. */
public final class Pacer {
  private static final long LONGEST_EXCHANGE = Duration.ofSeconds(30).toMillis();

  /** Less is not worth a request: its answer would hardly be seen. */
  private static final long SHORTEST_EXCHANGE = 100;

  private final Sleeper sleeper;
  private final TimeBudget budget;
  private final IntSupplier letters;

  /**
   * @param letters how many dead letters are due so far
   */
  public Pacer(Sleeper sleeper, TimeBudget budget, IntSupplier letters) {
    this.sleeper = sleeper;
    this.budget = budget;
    this.letters = letters;
  }

  /** How a wait ended. */
  public enum Wait {
    OVER,
    NO_TIME,
    INTERRUPTED
  }

  /**
   * Waits until then, unless no exchange would fit in after it: then it does not wait at all. Where
   * the wait itself took longer than meant, what is left is looked at again.
   */
  public Wait until(long when) {
    long now = budget.now();
    if (!fits(Math.max(when, now))) {
      return Wait.NO_TIME;
    }
    if (when > now && !sleep(when - now)) {
      return Wait.INTERRUPTED;
    }
    return fits(budget.now()) ? Wait.OVER : Wait.NO_TIME;
  }

  public long now() {
    return budget.now();
  }

  /** Whether an exchange that starts then can still be worth it. */
  public boolean fits(long when) {
    return when + SHORTEST_EXCHANGE <= workEnds();
  }

  /** How long work may still take. */
  public Duration left() {
    return Duration.ofMillis(Math.max(0, workEnds() - budget.now()));
  }

  /** How long an exchange that starts now may take: never beyond the end of work. */
  public Duration exchange() {
    long left = Math.max(1, workEnds() - budget.now());
    return Duration.ofMillis(Math.min(left, LONGEST_EXCHANGE));
  }

  public long after(Duration pause) {
    return budget.now() + pause.toMillis();
  }

  private long workEnds() {
    return budget.workEnds(letters.getAsInt());
  }

  private boolean sleep(long millis) {
    try {
      sleeper.sleep(Duration.ofMillis(millis));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
