package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.billing.DuplicateKey;
import io.usagecollector.simulation.billing.ReceivedEvent;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.Set;

/** However often a part is sent, it is one line of the bill: all of its events have one key. */
final class NothingIsBilledTwice implements Invariant {
  @Override
  public void after(Happening happening, Ledger ledger) {
    if (happening instanceof Happening.Billed(long _, var events)) {
      for (ReceivedEvent event : events) {
        Set<DuplicateKey> lines = ledger.bill(event.part());
        holds(lines.size() == 1, "%s is billed as %s", event.part(), lines);
      }
    }
  }
}
