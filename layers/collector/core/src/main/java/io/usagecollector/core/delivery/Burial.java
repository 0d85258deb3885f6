package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of what can never be delivered. A dead letter is written only when its record is about to
 * be acknowledged: a record that comes again brings its fault along, and would leave a letter each
 * time. So it waits until the batch is through, unless the faults become a burden to memory.
 */
final class Burial {
  private static final int MOST_AT_ONCE = 100;

  private final Postbox queue;
  private final Ledger ledger;
  private final Acknowledger acknowledger;
  private final long burden;
  private final List<String> refusals = new ArrayList<>();
  private List<Fault> due = new ArrayList<>();
  private List<Fault> undecided = new ArrayList<>();
  private long weight;

  /**
   * @param burden the weight of faults, in bytes, from which they are buried before the end
   */
  Burial(Postbox queue, Ledger ledger, Acknowledger acknowledger, long burden) {
    this.queue = queue;
    this.ledger = ledger;
    this.acknowledger = acknowledger;
    this.burden = burden;
  }

  /** Takes a fault that is the item's own. */
  void due(Fault fault) {
    due.add(fault);
    weight += fault.weight();
    if (weight > burden) {
      bury();
    }
  }

  /** Takes a fault that may be the service's: it is kept until that is decided. */
  void undecided(Fault fault) {
    undecided.add(fault);
    weight += fault.weight();
  }

  List<Fault> undecided() {
    return List.copyOf(undecided);
  }

  /** What was undecided is the items' own. */
  void decide() {
    due.addAll(undecided);
    undecided = new ArrayList<>();
    if (weight > burden) {
      bury();
    }
  }

  boolean isBurdened() {
    return weight > burden;
  }

  /** How many letters may have to be written. */
  int count() {
    return due.size() + undecided.size();
  }

  /** Gives up what is undecided: somebody else settles it. */
  List<Fault> takeUndecided() {
    List<Fault> taken = undecided;
    undecided = new ArrayList<>();
    weight = due.stream().mapToLong(Fault::weight).sum();
    return taken;
  }

  /** Gives up what the service has refused and is due: somebody else settles it. */
  List<Fault> takeRefused() {
    List<Fault> refused = new ArrayList<>();
    List<Fault> others = new ArrayList<>();
    for (Fault fault : due) {
      (fault.reason().kind() == Reason.Kind.REFUSED_BY_SERVICE ? refused : others).add(fault);
    }
    due = others;
    weight = Stream.of(due, undecided).flatMap(List::stream).mapToLong(Fault::weight).sum();
    return refused;
  }

  /** Every fault comes again. */
  void holdAll(String why) {
    hold(takeUndecided(), why);
    List<Fault> held = due;
    due = new ArrayList<>();
    hold(held, why);
  }

  /** Stores a letter for each fault that is due, save those whose record comes again anyway. */
  void bury() {
    List<Fault> faults = due;
    due = new ArrayList<>();
    weight = undecided.stream().mapToLong(Fault::weight).sum();
    if (comesAgainAsAWhole()) {
      hold(faults, "the batch comes again as a whole, and its fault with it");
      return;
    }
    List<Fault> now = new ArrayList<>();
    for (Fault fault : faults) {
      if (ledger.isHeld(fault.record())) {
        hold(List.of(fault), "another part of its record is held");
      } else {
        now.add(fault);
      }
    }
    store(now);
  }

  /** What a person must know of letters that were not taken. */
  Optional<Alarm> alarm() {
    return refusals.stream()
        .findFirst()
        .map(first -> Alarm.deadLettersRefused(refusals.size(), first));
  }

  private boolean comesAgainAsAWhole() {
    return acknowledger == Acknowledger.WHOLE_BATCH && ledger.anyHeld();
  }

  private void store(List<Fault> faults) {
    for (int from = 0; from < faults.size(); from += MOST_AT_ONCE) {
      List<Fault> some = faults.subList(from, Math.min(faults.size(), from + MOST_AT_ONCE));
      if (comesAgainAsAWhole()) {
        hold(some, "the batch comes again as a whole, and its fault with it");
      } else {
        settle(some, queue.store(letters(some)));
      }
    }
  }

  private List<Letter> letters(List<Fault> faults) {
    return faults.stream().map(fault -> fault.letter(queue.budget().instant())).toList();
  }

  private void settle(List<Fault> faults, List<Receipt> receipts) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      switch (receipts.get(i)) {
        case Receipt.Stored stored ->
            ledger.settle(fault.record(), new Outcome.DeadLettered(fault.reason()));
        case Receipt.Refused(String why) -> refused(fault, why);
      }
    }
  }

  private void refused(Fault fault, String why) {
    refusals.add(why);
    hold(List.of(fault), "its dead letter could not be stored: " + why);
  }

  private void hold(List<Fault> faults, String why) {
    faults.forEach(fault -> ledger.settle(fault.record(), new Outcome.Held(why)));
  }
}
