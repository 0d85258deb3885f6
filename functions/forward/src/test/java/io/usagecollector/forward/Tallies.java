package io.usagecollector.forward;

import io.usagecollector.core.delivery.outcome.Outcome.Kind;
import io.usagecollector.core.delivery.outcome.Tally;
import java.util.Map;

/** Tallies as tests write them. */
final class Tallies {
  private Tallies() {}

  /** Nothing is deferred. */
  static Tally tally(int received, int accepted, int filtered, int deadLettered, int held) {
    return new Tally(
        received,
        Map.of(
            Kind.ACCEPTED, accepted,
            Kind.FILTERED, filtered,
            Kind.DEAD_LETTERED, deadLettered,
            Kind.HELD, held));
  }
}
