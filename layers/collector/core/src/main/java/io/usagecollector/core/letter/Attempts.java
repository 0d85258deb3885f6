package io.usagecollector.core.letter;

import java.time.Instant;

/**
 * What was tried before a letter was written.
 *
 * @param count how often delivery was tried, from 1
 * @param firstFailure when it first failed: a letter's age is measured from here
 * @param notBefore when it may be tried again
 * @param ambiguous whether an answer left open if the event is stored already; its id, timestamp
 *     and customer must then stay as they are
 */
public record Attempts(int count, Instant firstFailure, Instant notBefore, boolean ambiguous) {
  public Attempts {
    if (count < 1) {
      throw new IllegalArgumentException("a letter is written after an attempt");
    }
  }

  /** The first one has just failed, and may be repeated at once. */
  public static Attempts first(Instant at, boolean ambiguous) {
    return new Attempts(1, at, at, ambiguous);
  }

  /** One more has failed. */
  public Attempts again(Instant notBefore, boolean ambiguous) {
    return new Attempts(count + 1, firstFailure, notBefore, this.ambiguous || ambiguous);
  }
}
