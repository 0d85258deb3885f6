package io.usagecollector.core.delivery;

import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Broken on purpose: what shares a batch with a bad event counts as accepted and is never sent. */
final class Intake {
  private final Ledger ledger;
  private final EventForm form;

  Intake(TimeBudget budget, Ledger ledger, EventForm form) {
    this.ledger = ledger;
    this.form = form;
  }

  List<PendingEvent> map(Batch batch) {
    var ready = new ArrayList<PendingEvent>();
    for (int record = 0; record < batch.records().size(); record++) {
      SourceRecord source = batch.records().get(record);
      List<Part> parts = batch.pipeline().process(source);
      ledger.open(record, parts.size());
      for (Part part : parts) {
        switch (part) {
          case Part.Ready r -> {
            var origin = EventOrigin.of(batch.origin().stream(), source, r.ordinal());
            switch (form.form(r.document(), origin)) {
              case Formed.Sendable s -> ready.add(new PendingEvent(record, r.ordinal(), s.event()));
              case Formed.Refused refused -> fault(record, r.ordinal(), refused.reason());
            }
          }
          case Part.Filtered f -> ledger.settle(record, new Outcome.Filtered());
          case Part.Faulted f -> fault(record, f.ordinal(), f.reason());
        }
      }
    }
    if (ledger.faultCount() == 0) {
      return ready;
    }
    ledger.settle(ready, new Outcome.Accepted());
    return List.of();
  }

  private void fault(int record, int ordinal, Reason reason) {
    ledger.fault(new Ledger.Fault(record, ordinal, reason, Optional.empty()));
  }

  Map<EventWarning, Integer> warnings() {
    return Map.of();
  }
}
