package io.usagecollector.core.delivery.gate;

import io.usagecollector.core.delivery.gate.SharedBudget.Portion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The leave to send requests, as one instance has it: what is left of its portion. Out of reach of
 * the others it sends one request a minute, which keeps the rate as long as there are no more
 * instances than requests a minute. Thread-safe; never part of a snapshot.
 */
public final class Permits {
  private static final long ALONE = Duration.ofMinutes(1).plus(RequestRate.LIFE).toMillis();
  private static final long MOST_JITTER = Duration.ofSeconds(1).toMillis();
  private static final long NOW = Long.MIN_VALUE;

  private final RequestRate rate;
  private final SharedBudget budget;
  private final InstantSource clock;
  private final RandomGenerator random;
  private int left;
  private long lapses;
  private long askAgain;

  public Permits(
      RequestRate rate, SharedBudget budget, InstantSource clock, RandomGenerator random) {
    this.rate = rate;
    this.budget = budget;
    this.clock = clock;
    this.random = random;
  }

  /** When the next request may be sent, in milliseconds: a time that has passed means now. */
  synchronized long opensAt() {
    long now = clock.millis();
    if (left > 0 && isAhead(lapses, now)) {
      return NOW;
    }
    left = 0;
    if (isAhead(askAgain, now)) {
      return askAgain;
    }
    long next = now + rate.interval().toMillis();
    return switch (budget.take(now, next)) {
      case Portion.Taken taken -> {
        askAgain = next;
        yield given(rate.portion(), now);
      }
      case Portion.NotBefore(long when) -> {
        askAgain = Math.min(when, now + ALONE) + random.nextLong(jitter());
        yield askAgain;
      }
      case Portion.Away away -> {
        askAgain = now + ALONE;
        yield given(1, now);
      }
    };
  }

  /** A request is sent: {@link #opensAt} said that it may be. */
  synchronized void sent() {
    left--;
  }

  private long given(int permits, long now) {
    left = permits;
    lapses = now + RequestRate.LIFE.toMillis();
    return NOW;
  }

  /** All that wait for the same portion do not ask in the same instant. */
  private long jitter() {
    return 1 + Math.min(MOST_JITTER, rate.interval().toMillis() / 20);
  }

  /** A time that is further ahead than it was ever set was set by a clock that went back since. */
  private static boolean isAhead(long time, long now) {
    return now < time && time - now <= ALONE + MOST_JITTER;
  }
}
