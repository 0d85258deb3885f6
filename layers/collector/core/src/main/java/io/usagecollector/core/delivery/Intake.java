package io.usagecollector.core.delivery;

import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps the records of a batch and gives them the service's form, as long as there is time. */
final class Intake {
  private static final Outcome NO_TIME =
      new Outcome.Held("no time was left to map it: the invocation's time limit is near");

  private final TimeBudget budget;
  private final Ledger ledger;
  private final EventForm form;
  private final List<PendingEvent> ready = new ArrayList<>();
  private final Map<EventWarning, Integer> warnings = new EnumMap<>(EventWarning.class);

  Intake(TimeBudget budget, Ledger ledger, EventForm form) {
    this.budget = budget;
    this.ledger = ledger;
    this.form = form;
  }

  /** The events to send, in the order of their records; all else is in the ledger. */
  List<PendingEvent> map(Batch batch) {
    List<SourceRecord> records = batch.records();
    for (int record = 0; record < records.size(); record++) {
      if (budget.now() < budget.workEnds(ledger.faultCount())) {
        take(batch, record, parts(batch.pipeline(), records.get(record)));
      } else {
        ledger.open(record, 1);
        ledger.settle(record, NO_TIME);
      }
    }
    return ready;
  }

  /** How many of the events had which oddity. */
  Map<EventWarning, Integer> warnings() {
    return warnings;
  }

  /**
   * A pipeline throws nothing; if it does, that is a fault of this record, not of its neighbours.
   */
  private static List<Part> parts(RecordPipeline pipeline, SourceRecord record) {
    try {
      return pipeline.process(record);
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(new Part.Faulted(0, broken(Reason.Kind.MAPPING_FAULT, "the pipeline", e)));
    }
  }

  private static Reason broken(Reason.Kind kind, String what, Throwable e) {
    String text = what + " failed on it: " + e.getClass().getSimpleName();
    return new Reason(kind, text, text + ": " + e.getMessage());
  }

  private void take(Batch batch, int record, List<Part> parts) {
    ledger.open(record, parts.size());
    for (Part part : parts) {
      switch (part) {
        case Part.Ready r ->
            take(
                record,
                r,
                EventOrigin.of(batch.origin().stream(), batch.records().get(record), r.ordinal()));
        case Part.Filtered f -> ledger.settle(record, new Outcome.Filtered());
        case Part.Faulted f -> fault(record, f.ordinal(), f.reason());
      }
    }
  }

  private void take(int record, Part.Ready part, EventOrigin origin) {
    switch (formed(part, origin)) {
      case Formed.Sendable sendable -> {
        UsageEvent event = sendable.event();
        event.warnings().forEach(warning -> warnings.merge(warning, 1, Integer::sum));
        ready.add(new PendingEvent(record, part.ordinal(), event));
      }
      case Formed.Refused refused -> fault(record, part.ordinal(), refused.reason());
    }
  }

  private Formed formed(Part.Ready part, EventOrigin origin) {
    try {
      return form.form(part.document(), origin);
    } catch (RuntimeException | StackOverflowError e) {
      return new Formed.Refused(broken(Reason.Kind.INVALID_EVENT, "the event's form", e));
    }
  }

  private void fault(int record, int ordinal, Reason reason) {
    ledger.fault(new Ledger.Fault(record, ordinal, reason, Optional.empty()));
  }
}
