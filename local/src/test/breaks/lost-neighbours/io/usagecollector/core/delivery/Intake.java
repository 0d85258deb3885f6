package io.usagecollector.core.delivery;

import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.pipeline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Broken on purpose: what shares a batch with a bad event counts as accepted and is never sent. */
final class Intake {
  private final Ledger ledger;

  Intake(TimeBudget budget, Ledger ledger) {
    this.ledger = ledger;
  }

  List<PendingEvent> map(Batch batch) {
    var ready = new ArrayList<PendingEvent>();
    for (int record = 0; record < batch.records().size(); record++) {
      SourceRecord source = batch.records().get(record);
      List<Part> parts = batch.pipeline().process(source);
      ledger.open(record, parts.size());
      for (Part part : parts) {
        switch (part) {
          case Part.Ready r -> ready.add(new PendingEvent(record, r.ordinal(), r.event()));
          case Part.Filtered f -> ledger.settle(record, new Outcome.Filtered());
          case Part.Faulted f ->
              ledger.fault(new Ledger.Fault(record, f.ordinal(), f.reason(), Optional.empty()));
        }
      }
    }
    if (ledger.faultCount() == 0) {
      return ready;
    }
    ledger.settle(ready, new Outcome.Accepted());
    return List.of();
  }

  Map<EventWarning, Integer> warnings() {
    return Map.of();
  }
}
