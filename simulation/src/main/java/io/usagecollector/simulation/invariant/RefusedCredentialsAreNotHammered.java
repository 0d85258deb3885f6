package io.usagecollector.simulation.invariant;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * An instance whose key is refused tries once more with the key fetched anew, and then not for a
 * minute; once more where another instance, whose key was taken, had the last word meanwhile. Calls
 * that were under way when the first of a round was known to be refused are of that round.
 */
final class RefusedCredentialsAreNotHammered implements Invariant {
  private static final long MINUTE = 60_000;
  private static final int ROUNDS = 2;

  private final Map<String, Deque<Long>> rounds = new HashMap<>();

  /** When an instance last knew of a refusal: what was under way then tells nothing new. */
  private final Map<String, Long> lastKnown = new HashMap<>();

  private final OutOfStep misled = new OutOfStep();

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    if (happening instanceof Happening.CircuitSet(long _, String _, boolean isOpen, boolean _)
        && !isOpen) {
      // Another instance's key was taken: what is refused from then on is known anew.
      rounds.values().forEach(Deque::clear);
    }
    if (happening instanceof Happening.Landed landed) {
      String instance = landed.invocation().instance();
      Deque<Long> known = rounds.computeIfAbsent(instance, any -> new ArrayDeque<>());
      if (landed.answer() instanceof Answer.Accepted || landed.answer() instanceof Answer.Invalid) {
        known.clear();
      } else if (landed.answer() instanceof Answer.Unauthorized) {
        refused(landed, known);
        holds(
            known.size() <= ROUNDS + misled.beaten() || misled.is(instance),
            "the key of %s was refused %s times within a minute",
            instance,
            known.size());
      }
    }
  }

  private void refused(Happening.Landed landed, Deque<Long> known) {
    String instance = landed.invocation().instance();
    if (landed.start() > lastKnown.getOrDefault(instance, Long.MIN_VALUE)) {
      known.removeIf(then -> then + MINUTE <= landed.at());
      known.add(landed.at());
      lastKnown.put(instance, landed.at());
    }
  }
}
