package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.DeadLetters.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The end of what can never be delivered. A dead letter is written only when its record is about to
 * be acknowledged: a record that comes again brings its fault along, and would leave a letter each
 * time.
 */
final class Burial {
  private static final Receipt NO_TIME = new Receipt.Refused("no time was left to store it");

  private final DeadLetters deadLetters;
  private final TimeBudget budget;
  private final Ledger ledger;

  Burial(DeadLetters deadLetters, TimeBudget budget, Ledger ledger) {
    this.deadLetters = deadLetters;
    this.budget = budget;
    this.ledger = ledger;
  }

  /** Holds every fault of a batch that comes again as a whole. */
  void holdAll(String why) {
    ledger.faults().forEach(fault -> hold(fault, why));
  }

  /** Stores a letter for each fault, save those whose record comes again for another part. */
  Optional<Alarm> store(Batch batch) {
    List<Ledger.Fault> due = new ArrayList<>();
    for (Ledger.Fault fault : ledger.faults()) {
      if (ledger.isHeld(fault.record())) {
        hold(fault, "another part of its record is held");
      } else {
        due.add(fault);
      }
    }
    return due.isEmpty() ? Optional.empty() : settle(due, receipts(batch, due));
  }

  private Optional<Alarm> settle(List<Ledger.Fault> faults, List<Receipt> receipts) {
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      Ledger.Fault fault = faults.get(i);
      switch (receipts.get(i)) {
        case Receipt.Stored stored ->
            ledger.settle(fault.record(), new Outcome.DeadLettered(fault.reason()));
        case Receipt.Refused(String why) -> {
          refused.add(why);
          hold(fault, "its dead letter could not be stored: " + why);
        }
      }
    }
    return refused.stream()
        .findFirst()
        .map(first -> Alarm.deadLettersRefused(refused.size(), first));
  }

  private List<Receipt> receipts(Batch batch, List<Ledger.Fault> faults) {
    Duration left = budget.leftForLetters();
    if (!left.isPositive()) {
      return Collections.nCopies(faults.size(), NO_TIME);
    }
    try {
      List<Receipt> receipts =
          deadLetters.store(faults.stream().map(fault -> letter(batch, fault)).toList(), left);
      return receipts.size() == faults.size() ? receipts : unclear(faults, "its answer is short");
    } catch (RuntimeException e) {
      return unclear(faults, e.getClass().getSimpleName());
    }
  }

  private static List<Receipt> unclear(List<Ledger.Fault> faults, String why) {
    return Collections.nCopies(
        faults.size(), new Receipt.Refused("the dead-letter store failed: " + why));
  }

  private DeadLetter letter(Batch batch, Ledger.Fault fault) {
    return new DeadLetter(
        batch.origin(),
        batch.records().get(fault.record()),
        fault.ordinal(),
        fault.reason(),
        fault.event(),
        budget.instant());
  }

  private void hold(Ledger.Fault fault, String why) {
    ledger.settle(fault.record(), new Outcome.Held(why));
  }
}
