package io.usagecollector.core.delivery;

import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.pipeline.Part;
import io.usagecollector.core.pipeline.RecordPipeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps the records of a batch, as long as there is time. */
final class Intake {
  private static final Outcome NO_TIME =
      new Outcome.Held("no time was left to map it: the invocation's time limit is near");

  private final TimeBudget budget;
  private final Ledger ledger;
  private final List<PendingEvent> ready = new ArrayList<>();
  private final Map<EventWarning, Integer> warnings = new EnumMap<>(EventWarning.class);

  Intake(TimeBudget budget, Ledger ledger) {
    this.budget = budget;
    this.ledger = ledger;
  }

  /** The events to send, in the order of their records; all else is in the ledger. */
  List<PendingEvent> map(Batch batch) {
    List<SourceRecord> records = batch.records();
    for (int record = 0; record < records.size(); record++) {
      if (budget.now() < budget.workEnds(ledger.faultCount())) {
        take(record, parts(batch.pipeline(), records.get(record)));
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
      String text = "the pipeline failed on it: " + e.getClass().getSimpleName();
      Reason reason = new Reason(Reason.Kind.MAPPING_FAULT, text, text + ": " + e.getMessage());
      return List.of(new Part.Faulted(0, reason));
    }
  }

  private void take(int record, List<Part> parts) {
    ledger.open(record, parts.size());
    for (Part part : parts) {
      switch (part) {
        case Part.Ready r -> {
          r.event().warnings().forEach(warning -> warnings.merge(warning, 1, Integer::sum));
          ready.add(new PendingEvent(record, r.ordinal(), r.event()));
        }
        case Part.Filtered f -> ledger.settle(record, new Outcome.Filtered());
        case Part.Faulted f ->
            ledger.fault(new Ledger.Fault(record, f.ordinal(), f.reason(), Optional.empty()));
      }
    }
  }
}
