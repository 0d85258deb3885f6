package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.Pacer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Broken on purpose: what shares a batch with a bad event counts as accepted and is never sent. */
final class Intake {
  private final Iterator<PendingEvent> events;

  Intake(Iterator<? extends Inbound> batch, Pacer pacer, Books books, SlowRecords slow) {
    Ledger ledger = books.ledger();
    var ready = new ArrayList<PendingEvent>();
    boolean anyFault = false;
    while (batch.hasNext()) {
      Inbound inbound = batch.next();
      int record = ledger.receive(inbound.handle());
      Iterator<Item> items = inbound.items(pacer.left());
      while (items.hasNext()) {
        ledger.open(record);
        switch (items.next()) {
          case Item.Sendable sendable ->
              ready.add(
                  new PendingEvent(record, inbound, sendable.ordinal(), sendable.event()));
          case Item.OutOfTime late -> ledger.settle(record, new Outcome.Held("out of time"));
          case Item.Filtered filtered -> ledger.settle(record, new Outcome.Filtered());
          case Item.Faulty faulty -> {
            anyFault = true;
            books
                .burial()
                .due(
                    new Fault(
                        record,
                        inbound,
                        faulty.ordinal(),
                        faulty.reason(),
                        Optional.empty(),
                        false,
                        true));
          }
        }
      }
      ledger.complete(record);
    }
    if (anyFault) {
      ledger.settle(ready, new Outcome.Accepted());
    }
    events = (anyFault ? List.<PendingEvent>of() : ready).iterator();
  }

  Optional<PendingEvent> next() {
    return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
  }

  Warnings warnings() {
    return Warnings.NONE;
  }
}
