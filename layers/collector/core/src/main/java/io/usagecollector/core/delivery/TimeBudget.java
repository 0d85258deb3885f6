package io.usagecollector.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long an invocation may work. Past its deadline the platform kills the process, so work stops
 * early enough to write every dead letter and to answer. Times are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
public final class TimeBudget {
  private static final long ANSWER = 500;
  private static final long FIRST_LETTERS = 2_000;
  private static final long TEN_LETTERS = 50;

  private final InstantSource clock;
  private final long start;
  private final long end;

  /**
   * @param clock the time
   * @param left how long the invocation may still run, from now on
   */
  public TimeBudget(InstantSource clock, Duration left) {
    this.clock = clock;
    this.start = clock.millis();
    long given = Math.max(0, left.toMillis());
    this.end = start + given - Math.min(ANSWER, given / 4);
  }

  long now() {
    return clock.millis();
  }

  Instant instant() {
    return clock.instant();
  }

  /** When mapping and sending must end, if so many dead letters are to be written after it. */
  long workEnds(int letters) {
    return end - forLetters(letters);
  }

  /** How long dead letters may take to be written, from now on. */
  Duration leftForLetters() {
    return Duration.ofMillis(Math.max(0, end - now()));
  }

  /** A reserve that grows with the letters, yet never takes more than half of a short time. */
  private long forLetters(int letters) {
    return Math.min(FIRST_LETTERS + TEN_LETTERS * (letters / 10), (end - start) / 2);
  }
}
