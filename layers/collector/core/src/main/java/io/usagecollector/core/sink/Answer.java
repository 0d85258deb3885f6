package io.usagecollector.core.sink;

import java.time.Duration;
import java.util.Optional;

/**
 * What a billing service's answer, or its absence, means: the one classification, total over
 * status, body and exception. Every {@code detail} is safe to log: the status and the kind of body,
 * never the body.
 */
public sealed interface Answer {
  String detail();

  /** The service took the whole bulk. */
  record Accepted(String detail) implements Answer {}

  /** It is not known to have taken it. */
  sealed interface Fault extends Answer {
    /** What went wrong: equal for the same fault. The detail is never compared. */
    FaultKey key();
  }

  /**
   * The service refuses this bulk for good; some event in it is to blame.
   *
   * @param fullText what the service wrote, which may quote the event: for a dead letter only
   */
  record Invalid(FaultKey key, String detail, String fullText) implements Fault {
    /** Without the service's own words: an answer printed by accident tells no value. */
    @Override
    public String toString() {
      return "Invalid[" + detail + "]";
    }
  }

  /** The service itself refused the credentials. */
  record Unauthorized(FaultKey key, String detail) implements Fault {}

  /** Too much at once; wait at least {@code retryAfter} if the service said so. */
  record Throttled(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}

  /** It may go through later, and may have gone through already. */
  record Transient(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}

  /** An answer no documentation explains: treated as {@link Transient}, counted apart. */
  record Unknown(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}
}
