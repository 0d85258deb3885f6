package io.usagecollector.core.delivery;

import java.util.ArrayList;
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
    Intake intake = new Intake(budget, ledger, ports.sink().form());
    Dispatch dispatch = new Dispatch(ports, budget, ledger, intake.map(batch));
    dispatch.run();
    List<Alarm> alarms = new ArrayList<>(dispatch.alarms());
    bury(batch, budget, ledger, comesAgain(dispatch, ledger, acknowledgement))
        .ifPresent(alarms::add);
    return Closing.report(batch, ledger, alarms, dispatch.traffic(), intake.warnings());
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
}
