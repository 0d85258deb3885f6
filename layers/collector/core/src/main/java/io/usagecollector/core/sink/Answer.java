package io.usagecollector.core.sink;

import java.time.Duration;
import java.util.List;
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

    /**
     * Whether a pause that was asked for is one for all bulks: too many requests (429), or the
     * service away (503). Any other answer speaks of its own bulk alone, so that one event that
     * provokes it stops no other.
     */
    default boolean pausesAll() {
      return switch (this) {
        case Throttled _ -> true;
        case Transient t -> t.key() instanceof FaultKey.Answered(int status, _, _) && status == 503;
        case Invalid _, Unauthorized _, Forbidden _, Misconfigured _, Unknown _ -> false;
      };
    }
  }

  /**
   * The service refuses this bulk for good; some event in it is to blame.
   *
   * @param fullText what the service wrote, which may quote the event: for a dead letter only
   * @param guilty the places in the bulk, from zero, of the events that it names, in order; then it
   *     has stored none of the bulk. Nothing where it names none
   */
  record Invalid(FaultKey key, String detail, String fullText, List<Integer> guilty)
      implements Fault {
    public Invalid {
      guilty = guilty.stream().distinct().sorted().toList();
    }

    /** A refusal that names no event. */
    public Invalid(FaultKey key, String detail, String fullText) {
      this(key, detail, fullText, List.of());
    }

    /** Whether it names events, and each is one of so many that were sent. */
    public boolean names(int sent) {
      return !guilty.isEmpty() && guilty.getFirst() >= 0 && guilty.getLast() < sent;
    }

    /** Without the service's own words: an answer printed by accident tells no value. */
    @Override
    public String toString() {
      return "Invalid[" + detail + "]";
    }
  }

  /** The service itself refused the credentials. */
  record Unauthorized(FaultKey key, String detail) implements Fault {}

  /**
   * Something refused the caller (401, 403) in words that are not the service's: a gateway, a
   * proxy, a firewall. It may pass, and one event may provoke it: nothing is lost for it. Where it
   * meets all alike it is tried seldom, and a person must know.
   */
  record Forbidden(FaultKey key, String detail) implements Fault {}

  /**
   * This is not the service's endpoint: nothing found (404), or a redirect. It does not mend itself
   * and is no event's fault: what is sent is held, tried seldom, and a person must know.
   */
  record Misconfigured(FaultKey key, String detail) implements Fault {}

  /** Too much at once; wait at least {@code retryAfter} if the service said so. */
  record Throttled(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}

  /** It may go through later, and may have gone through already. */
  record Transient(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}

  /** An answer no documentation explains: treated as {@link Transient}, counted apart. */
  record Unknown(FaultKey key, String detail, Optional<Duration> retryAfter) implements Fault {}
}
