package io.usagecollector.simulation.invariant;

import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A service that suddenly refuses everything does not empty a topic into letters: between two
 * acceptances an instance writes few letters for good events. An acceptance vouches for the rest of
 * its batch, up to as many small bulks as are few, and for a few events in later batches.
 */
final class AServiceThatRefusesAllEmptiesNoTopic implements Invariant {
  private static final int MOST = Gate.FEW_BAD * Gate.FEW_BAD + Gate.FEW_BAD;

  private final Map<String, Set<PartId>> sinceAccepted = new HashMap<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.Requested requested when requested.answer() instanceof Answer.Accepted ->
          sinceAccepted.remove(requested.invocation().instance());
      case Happening.LetterBuried(long _, String instance, Letter letter)
          when letter.reason().kind() != Reason.Kind.CUSTOMER_NOT_READY -> {
        PartId part = PartId.of(letter.record().at(), letter.ordinal());
        if (ledger.kind(part) == Kind.GOOD) {
          Set<PartId> known = sinceAccepted.computeIfAbsent(instance, any -> new HashSet<>());
          known.add(part);
          holds(
              known.size() <= MOST,
              "%s has written %s letters for good events since one was accepted",
              instance,
              known.size());
        }
      }
      default -> {}
    }
  }
}
