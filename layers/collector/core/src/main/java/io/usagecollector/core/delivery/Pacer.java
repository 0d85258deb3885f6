package io.usagecollector.core.delivery;

import java.time.Duration;

/** Waits for the time of the next call, inside the invocation's time. */
final class Pacer {
  private static final long LONGEST_EXCHANGE = Duration.ofSeconds(30).toMillis();

  /** Less is not worth a request: its answer would hardly be seen. */
  private static final long SHORTEST_EXCHANGE = 100;

  private final Sleeper sleeper;
  private final TimeBudget budget;
  private final Ledger ledger;

  Pacer(Sleeper sleeper, TimeBudget budget, Ledger ledger) {
    this.sleeper = sleeper;
    this.budget = budget;
    this.ledger = ledger;
  }

  /** How a wait ended. */
  enum Wait {
    OVER,
    NO_TIME,
    INTERRUPTED
  }

  /** Waits until then, unless no exchange would fit in after it: then it does not wait at all. */
  Wait until(long when) {
    long now = budget.now();
    if (Math.max(when, now) + SHORTEST_EXCHANGE > workEnds()) {
      return Wait.NO_TIME;
    }
    return when <= now ? Wait.OVER : sleep(when - now);
  }

  /** How long an exchange that starts now may take. */
  Duration exchange() {
    long left = Math.max(SHORTEST_EXCHANGE, workEnds() - budget.now());
    return Duration.ofMillis(Math.min(left, LONGEST_EXCHANGE));
  }

  long after(Duration pause) {
    return budget.now() + pause.toMillis();
  }

  private long workEnds() {
    return budget.workEnds(ledger.faultCount());
  }

  private Wait sleep(long millis) {
    try {
      sleeper.sleep(Duration.ofMillis(millis));
      return Wait.OVER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Wait.INTERRUPTED;
    }
  }
}
