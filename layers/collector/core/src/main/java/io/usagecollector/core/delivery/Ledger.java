package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a batch while it is delivered: which parts of each record are open, and the worst
 * outcome so far. A fault stays open until its dead letter is stored. One thread writes it.
 */
final class Ledger {
  /** A part that can never be delivered. */
  record Fault(int record, int ordinal, Reason reason, Optional<UsageEvent> event) {}

  private final int[] open;
  private final @Nullable Outcome[] worst;
  private final List<Fault> faults = new ArrayList<>();

  Ledger(int records) {
    this.open = new int[records];
    this.worst = new Outcome[records];
  }

  /** Announces a record's parts: each must be settled. */
  void open(int record, int parts) {
    open[record] += parts;
  }

  /** Settles one part. */
  void settle(int record, Outcome outcome) {
    Outcome known = worst[record];
    worst[record] = known == null ? outcome : known.worse(outcome);
    open[record]--;
  }

  void settle(List<PendingEvent> events, Outcome outcome) {
    events.forEach(event -> settle(event.record(), outcome));
  }

  void fault(Fault fault) {
    faults.add(fault);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  int faultCount() {
    return faults.size();
  }

  boolean isHeld(int record) {
    return worst[record] instanceof Outcome.Held;
  }

  boolean anyHeld() {
    for (Outcome outcome : worst) {
      if (outcome instanceof Outcome.Held) {
        return true;
      }
    }
    return false;
  }

  /** The outcomes of the records whose every part is settled, in order: one each, or some lack. */
  List<Outcome> outcomes() {
    List<Outcome> settled = new ArrayList<>(worst.length);
    for (int record = 0; record < worst.length; record++) {
      Outcome outcome = worst[record];
      if (outcome != null && open[record] == 0) {
        settled.add(outcome);
      }
    }
    return settled;
  }
}
