package io.usagecollector.core.letter;

import java.time.Instant;

/**
 * What was tried before a letter was written.
 *
 * @param count how often delivery was tried; zero where a person has sent it on since
 * @param firstFailure when it first failed
 * @param since from when its age is measured: the first failure, or when a person sent it on
 * @param notBefore when it may be tried again
 * @param ambiguous whether an answer left open if the event is stored already; its id, timestamp
 *     and customer must then stay as they are
 */
public record Attempts(
    int count, Instant firstFailure, Instant since, Instant notBefore, boolean ambiguous) {
  public Attempts {
    if (count < 0) {
      throw new IllegalArgumentException("nothing is tried less than never");
    }
  }

  /** Those of something that no person has sent on. */
  public Attempts(int count, Instant firstFailure, Instant notBefore, boolean ambiguous) {
    this(count, firstFailure, firstFailure, notBefore, ambiguous);
  }

  /** The first one has just failed, and may be repeated at once. */
  public static Attempts first(Instant at, boolean ambiguous) {
    return new Attempts(1, at, at, ambiguous);
  }

  /** One more has failed. */
  public Attempts again(Instant notBefore, boolean ambiguous) {
    return new Attempts(count + 1, firstFailure, since, notBefore, this.ambiguous || ambiguous);
  }

  /** A person has sent it on: it is tried as if for the first time, and when it failed is kept. */
  public Attempts anew(Instant since) {
    return new Attempts(0, firstFailure, since, since, ambiguous);
  }

  /** The same, where the last one was none after all. */
  public Attempts uncounted() {
    return new Attempts(Math.max(0, count - 1), firstFailure, since, notBefore, ambiguous);
  }

  /** The same, to be tried no sooner than then. */
  public Attempts notBefore(Instant other) {
    return new Attempts(count, firstFailure, since, other, ambiguous);
  }
}
