package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;

/**
 * What will not come again is billed, or lies in a queue, or was dropped by the mapping: nothing is
 * lost between a source that let go of it and whoever takes it.
 */
final class NothingIsAcknowledgedBeforeItsOutcomeStands implements Invariant {
  @Override
  public void after(Happening happening, Ledger ledger) {
    if (happening instanceof Happening.Acknowledged(long _, String _, var records)) {
      for (Coordinates at : records) {
        ledger.parts(at).forEach(part -> stands(part, ledger));
      }
    }
  }

  private void stands(PartId part, Ledger ledger) {
    boolean stands =
        switch (ledger.kind(part)) {
          case FILTERED -> true;
          case FAULTY -> !ledger.deadLetters(part).isEmpty();
          case GOOD, REFUSED, BREAKS, HANGS, RESETS, BLOCKED ->
              !ledger.bill(part).isEmpty() || !ledger.deadLetters(part).isEmpty();
        };
    holds(stands, "%s (%s) is acknowledged, and nowhere", part, ledger.kind(part));
  }
}
