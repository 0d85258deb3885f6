package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.Reason;
import java.time.Instant;

/** How a record ended. Nothing else exists: a record without one of these is held. */
public sealed interface Outcome {
  /** Which of them it is. The order is from good to bad: a record ends as its worst part does. */
  enum Kind {
    FILTERED,
    ACCEPTED,
    DEFERRED,
    DEAD_LETTERED,
    HELD
  }

  /** The mapping dropped it. */
  record Filtered() implements Outcome {}

  /** The billing service took every event the mapping made of it. */
  record Accepted() implements Outcome {}

  /**
   * It lies in the retry queue, and is tried again later, out of order.
   *
   * @param why safe to log
   * @param notBefore when it may be tried again
   */
  record Deferred(String why, Instant notBefore) implements Outcome {}

  /** It lies in the dead-letter queue. */
  record DeadLettered(Reason reason) implements Outcome {}

  /**
   * It is not acknowledged: its source will hand it over again.
   *
   * @param why safe to log
   */
  record Held(String why) implements Outcome {}

  default Kind kind() {
    return switch (this) {
      case Filtered filtered -> Kind.FILTERED;
      case Accepted accepted -> Kind.ACCEPTED;
      case Deferred deferred -> Kind.DEFERRED;
      case DeadLettered letter -> Kind.DEAD_LETTERED;
      case Held held -> Kind.HELD;
    };
  }

  /** The worse of two parts' outcomes, which is the record's: one held part holds it. */
  default Outcome worse(Outcome other) {
    return kind().compareTo(other.kind()) >= 0 ? this : other;
  }
}
