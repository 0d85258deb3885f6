package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.List;
import java.util.Set;

/** Once nothing goes wrong any more, all is settled within a stated time. */
final class NothingWaitsForEver implements Invariant {
  @Override
  public void atTheEnd(Ledger ledger) {
    List<Coordinates> open = ledger.open().limit(5).toList();
    holds(open.isEmpty(), "still not settled: %s ...", open);
    Set<String> waiting = ledger.retries().messages();
    holds(waiting.isEmpty(), "still to be tried again: %s", waiting);
  }
}
