package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.BatchReport.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Delivers batches: maps the records, sends the events, stores dead letters, and gives every record
 * one outcome. Thread-safe.
 */
public final class Delivery {
  private final Ports ports;

  public Delivery(Ports ports) {
    this.ports = ports;
  }

  /**
   * Delivers one batch inside its time. Throws nothing for what records hold or services answer:
   * what cannot be settled is held.
   *
   * @param acknowledgement what its source understands of the answer: a batch that comes again as a
   *     whole writes no dead letter yet
   */
  public BatchReport deliver(Batch batch, TimeBudget budget, Acknowledgement acknowledgement) {
    Ledger ledger = new Ledger(batch.records().size());
    List<PendingEvent> events = new Intake(budget, ledger).map(batch);
    Dispatch dispatch = new Dispatch(ports, budget, ledger, events);
    dispatch.run();
    List<Alarm> alarms = new ArrayList<>(dispatch.alarms());
    bury(batch, budget, ledger, comesAgain(dispatch, ledger, acknowledgement))
        .ifPresent(alarms::add);
    return report(batch, ledger.outcomes(), alarms, dispatch.traffic());
  }

  private static Optional<String> comesAgain(
      Dispatch dispatch, Ledger ledger, Acknowledgement acknowledgement) {
    return dispatch
        .stopped()
        .or(() ->
            acknowledgement == Acknowledgement.WHOLE_BATCH && ledger.anyHeld()
                ? Optional.of("the batch comes again as a whole, and its fault with it")
                : Optional.empty());
  }

  private Optional<Alarm> bury(
      Batch batch, TimeBudget budget, Ledger ledger, Optional<String> comesAgain) {
    Burial burial = new Burial(ports.deadLetters(), budget, ledger);
    if (comesAgain.isPresent()) {
      burial.holdAll(comesAgain.get());
      return Optional.empty();
    }
    return burial.store(batch);
  }

  private static BatchReport report(
      Batch batch, List<Outcome> outcomes, List<Alarm> alarms, Traffic traffic) {
    int received = batch.records().size();
    return Tally.of(received, outcomes)
        .map(tally -> new BatchReport(tally, settled(batch, outcomes), alarms, traffic))
        .orElseGet(() -> allHeld(batch, outcomes.size(), alarms, traffic));
  }

  private static BatchReport allHeld(
      Batch batch, int settled, List<Alarm> alarms, Traffic traffic) {
    int received = batch.records().size();
    List<Alarm> louder = new ArrayList<>(alarms);
    louder.add(Alarm.countsDoNotAddUp(received, settled));
    Outcome held = new Outcome.Held("the batch's outcomes do not add up to its records");
    return new BatchReport(
        Tally.allHeld(received),
        settled(batch, Collections.nCopies(received, held)),
        louder,
        traffic);
  }

  private static List<Settled> settled(Batch batch, List<Outcome> outcomes) {
    List<Settled> records = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      records.add(new Settled(batch.records().get(i).at(), outcomes.get(i)));
    }
    return records;
  }
}
