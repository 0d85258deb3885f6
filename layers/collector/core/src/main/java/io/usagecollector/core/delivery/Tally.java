package io.usagecollector.core.delivery;

import java.util.List;
import java.util.Optional;

/** How many records of a batch ended how. The four add up to {@code received}, or it is none. */
public record Tally(int received, int accepted, int filtered, int deadLettered, int held) {
  public Tally {
    if (accepted < 0 || filtered < 0 || deadLettered < 0 || held < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
    if (accepted + filtered + deadLettered + held != received) {
      throw new IllegalArgumentException("the outcomes do not add up to the records");
    }
  }

  /** Nothing settled: every record will come again. */
  static Tally allHeld(int received) {
    return new Tally(received, 0, 0, 0, received);
  }

  /**
   * Counts outcomes, or gives nothing where they do not add up to the records received: each record
   * must have exactly one.
   */
  static Optional<Tally> of(int received, List<Outcome> outcomes) {
    if (outcomes.size() != received) {
      return Optional.empty();
    }
    return Optional.of(
        new Tally(
            received,
            count(outcomes, Outcome.Accepted.class),
            count(outcomes, Outcome.Filtered.class),
            count(outcomes, Outcome.DeadLettered.class),
            count(outcomes, Outcome.Held.class)));
  }

  private static int count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
    return (int) outcomes.stream().filter(kind::isInstance).count();
  }
}
