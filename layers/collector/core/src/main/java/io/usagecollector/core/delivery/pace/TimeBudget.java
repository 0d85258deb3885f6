package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long an invocation may work. Past its deadline the platform kills the process, so work stops
 * early enough to write every dead letter and to answer. It is made before anything else, so that
 * reading the event counts. Times are milliseconds since 1970-01-01T00:00:00Z.
 */
public final class TimeBudget {
  private static final long ANSWER = 500;
  private static final long MOST_SPARE = 2_000;
  private static final long SPARE_IS_FULL_AT = 10_000;
  private static final long TEN_LETTERS = 50;

  private final InstantSource clock;
  private final long start;
  private final long given;
  private final long end;

  /**
   * @param clock the time
   * @param left how long the invocation may still run, from now on
   */
  public TimeBudget(InstantSource clock, Duration left) {
    this.clock = clock;
    this.start = clock.millis();
    this.given = Math.max(0, left.toMillis());
    this.end = start + given - Math.min(ANSWER, given / 4);
  }

  public long now() {
    return clock.millis();
  }

  public Instant instant() {
    return clock.instant();
  }

  /** When mapping and sending must end, if so many dead letters are to be written after it. */
  public long workEnds(int letters) {
    return end - forLetters(letters);
  }

  /** How long dead letters may take to be written, from now on. */
  public Duration leftForLetters() {
    return Duration.ofMillis(Math.max(0, end - now()));
  }

  /**
   * What the letters there are can need, and something to spare: two seconds of ten or more, and a
   * share that shrinks with a shorter time, since a request that is not begun delivers nothing. A
   * letter that finds no time is no loss: its record is held.
   */
  private long forLetters(int letters) {
    long spare =
        given >= SPARE_IS_FULL_AT
            ? MOST_SPARE
            : MOST_SPARE * given / SPARE_IS_FULL_AT * given / SPARE_IS_FULL_AT;
    long calls = (letters + 9L) / 10;
    return Math.min(spare + TEN_LETTERS * calls, (end - start) / 2);
  }
}
