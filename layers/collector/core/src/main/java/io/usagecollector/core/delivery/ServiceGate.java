package io.usagecollector.core.delivery;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What a function instance has learnt about when it may call the billing service. It outlives the
 * invocation, since its source hands a held batch over again at once: without it, each time would
 * call again. Thread-safe; never part of a snapshot. Times are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
public final class ServiceGate {
  private static final long CLOSED_FOR = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();

  private final InstantSource clock;
  private int refusals;
  private long refusingUntil = Long.MIN_VALUE;
  private long throttledUntil = Long.MIN_VALUE;

  public ServiceGate(InstantSource clock) {
    this.clock = clock;
  }

  /** What to do about refused credentials. */
  enum Verdict {
    /** Fetch them anew and try once more. */
    RENEW,
    /** Call no more: what was fetched anew is refused too. */
    STOP
  }

  /** Whether the service refused the credentials twice, less than a minute ago. */
  synchronized boolean refusing() {
    return clock.millis() < refusingUntil;
  }

  /** The service refused the credentials. The second time in a row closes the gate for a minute. */
  synchronized Verdict refused() {
    refusals++;
    if (refusals < 2) {
      return Verdict.RENEW;
    }
    refusals = 0;
    refusingUntil = clock.millis() + CLOSED_FOR;
    return Verdict.STOP;
  }

  /** The service judged an event, so it took the credentials. */
  synchronized void proven() {
    refusals = 0;
  }

  /** The service asked for calls no sooner than in so long; an hour at most is believed. */
  synchronized void throttled(Duration pause) {
    long until = clock.millis() + Math.min(pause.toMillis(), LONGEST_WAIT);
    throttledUntil = Math.max(throttledUntil, until);
  }

  /** The earliest time of the next call. */
  synchronized long opensAt() {
    return throttledUntil;
  }
}
