package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Reason;

/**
 * How a record ended. Nothing else exists: a record without one of these is held.
 *
 * <p>There is no retry queue yet, so nothing is deferred: what cannot be sent now is held.
 */
public sealed interface Outcome {
  /** The billing service took every event the mapping made of it. */
  record Accepted() implements Outcome {}

  /** The mapping dropped it. */
  record Filtered() implements Outcome {}

  /** It lies in the dead-letter queue. */
  record DeadLettered(Reason reason) implements Outcome {}

  /**
   * It is not acknowledged: its source will hand it over again.
   *
   * @param why safe to log
   */
  record Held(String why) implements Outcome {}

  /** The worse of two parts' outcomes, which is the record's: one held part holds it. */
  default Outcome worse(Outcome other) {
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case Filtered filtered -> 0;
      case Accepted accepted -> 1;
      case DeadLettered letter -> 2;
      case Held held -> 3;
    };
  }
}
