package io.usagecollector.simulation.invariant;

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
    switch (happening) {
      case Happening.Acknowledged(long _, String _, var records) ->
          records.forEach(at -> ledger.parts(at).forEach(part -> stands(part, ledger)));
      case Happening.MessageDeleted(long _, String id) ->
          ledger.retries().parts(id).forEach(part -> stands(part, ledger));
      default -> {}
    }
  }

  private void stands(PartId part, Ledger ledger) {
    holds(ledger.stands(part), "%s (%s) is let go of, and nowhere", part, ledger.kind(part));
  }
}
