package io.usagecollector.core.delivery.gate;

import java.time.Duration;

/**
 * Why and until when the gate is closed.
 *
 * @param cause what closed it
 * @param times how often in a row
 * @param nextProbe when a batch may try again, milliseconds since 1970-01-01T00:00:00Z
 */
public record Closure(Cause cause, int times, long nextProbe) {
  private static final long LONGEST = Duration.ofMinutes(1).toMillis();
  private static final int MOST_DOUBLINGS = 6;

  /** What can close it. */
  public enum Cause {
    CREDENTIALS("the billing service refuses the API key"),
    FORBIDDEN("something before the billing service refuses all calls"),
    MISCONFIGURED("what answers is not the billing service's endpoint"),
    THROTTLED("the billing service asked for a longer pause than is believed"),
    ALL_ALIKE("the billing service refuses everything alike"),
    OUTAGE("the billing service has not answered for a while");

    private final String why;

    Cause(String why) {
      this.why = why;
    }
  }

  static Closure first(Cause cause, long now) {
    return new Closure(cause, 1, now + interval(cause, 1));
  }

  /**
   * The next one of the same cause; another cause starts anew, and waits no less. A service that
   * refused everything and then is not there has not begun to accept.
   */
  Closure again(Cause other, long now) {
    Cause next = cause == Cause.ALL_ALIKE && other == Cause.OUTAGE ? cause : other;
    int again = next == cause ? times + 1 : 1;
    long earliest = isDue(now) ? now : nextProbe;
    return new Closure(next, again, Math.max(earliest, now + interval(next, again)));
  }

  /** No clock sets a probe further ahead than the longest interval, unless it is wrong itself. */
  boolean isDue(long now) {
    return now >= nextProbe || nextProbe - now > LONGEST;
  }

  /** A probe has started: the next one comes an interval later, should this one tell nothing. */
  Closure probed(long now) {
    return new Closure(cause, times, now + Math.max(1_000, interval(cause, times)));
  }

  String why() {
    return cause.why;
  }

  /**
   * A minute for a key and for what stands before the service. Else nothing the first time, then a
   * second, doubled up to a minute.
   */
  private static long interval(Cause cause, int times) {
    return switch (cause) {
      case CREDENTIALS, FORBIDDEN, MISCONFIGURED, THROTTLED -> LONGEST;
      case ALL_ALIKE, OUTAGE ->
          times < 2 ? 0 : Math.min(LONGEST, 1_000L << Math.min(times - 2, MOST_DOUBLINGS));
    };
  }
}
