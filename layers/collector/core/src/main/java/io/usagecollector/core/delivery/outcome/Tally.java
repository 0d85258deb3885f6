package io.usagecollector.core.delivery.outcome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many records of a batch ended how. The counts add up to {@code received}, or it is none.
 *
 * @param received how many records there were
 * @param counts how many of each kind; a kind that is missing counts none
 */
public record Tally(int received, Map<Outcome.Kind, Integer> counts) {
  public Tally {
    var all = new EnumMap<Outcome.Kind, Integer>(Outcome.Kind.class);
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      all.put(kind, counts.getOrDefault(kind, 0));
    }
    if (all.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is negative");
    }
    if (all.values().stream().mapToInt(Integer::intValue).sum() != received) {
      throw new IllegalArgumentException("the outcomes do not add up to the records");
    }
    counts = Map.copyOf(all);
  }

  /** How many ended so. */
  public int count(Outcome.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Nothing settled: every record will come again. */
  public static Tally allHeld(int received) {
    return new Tally(received, Map.of(Outcome.Kind.HELD, received));
  }

  /**
   * Counts outcomes, or gives nothing where they do not add up to the records received: each record
   * must have exactly one.
   */
  public static Optional<Tally> of(int received, List<Outcome> outcomes) {
    if (outcomes.size() != received) {
      return Optional.empty();
    }
    var counts = new EnumMap<Outcome.Kind, Integer>(Outcome.Kind.class);
    outcomes.forEach(outcome -> counts.merge(outcome.kind(), 1, Integer::sum));
    return Optional.of(new Tally(received, counts));
  }
}
