package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Reason;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Ledger;

/**
 * In the end each part is in exactly one place: billed, in a dead letter or dropped. One that is in
 * two was billed, though who wrote the letter could not know: the letter says so, or the record was
 * handed over more than once, or the service refused the event after it had taken it.
 */
final class EveryPartEndsInOnePlace implements Invariant {
  @Override
  public void atTheEnd(Ledger ledger) {
    ledger.parts().forEach(part -> inOnePlace(part, ledger));
  }

  private void inOnePlace(PartId part, Ledger ledger) {
    boolean billed = !ledger.bill(part).isEmpty();
    boolean dead = !ledger.deadLetters(part).isEmpty();
    Kind kind = ledger.kind(part);
    switch (kind) {
      case FILTERED -> holds(!billed && !dead, "%s was filtered, and is somewhere", part);
      case FAULTY, REFUSED ->
          holds(dead && !billed, "%s (%s) is not in dead letters alone", part, kind);
      case GOOD, BREAKS, HANGS, RESETS, BLOCKED -> {
        holds(billed || dead, "%s (%s) is nowhere", part, kind);
        holds(
            !(billed && dead) || mayBeInTwo(part, ledger), "%s (%s) is in two places", part, kind);
      }
    }
  }

  private static boolean mayBeInTwo(PartId part, Ledger ledger) {
    return ledger.deadLetters(part).stream().allMatch(letter -> letter.attempts().ambiguous())
        || ledger.handedOver(part) > 1
        || ledger.deadLetters(part).stream()
            .allMatch(letter -> letter.reason().kind() == Reason.Kind.REFUSED_BY_SERVICE);
  }
}
