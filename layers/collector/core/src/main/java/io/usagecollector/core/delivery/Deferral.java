package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.DeferralDecision;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Writes what is tried again later to the retry queue, and hands on what was tried enough: that is
 * dead. What the queue does not take is held.
 */
final class Deferral {
  /** What is handed to the queue at once. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final long MOST_WEIGHT = 4_000_000;

  private final Postbox queue;
  private final DeferralPolicy policy;
  private final RandomGenerator random;
  private final Ledger ledger;
  private final Acknowledger acknowledger;
  private final Burial burial;
  private final List<String> refusals = new ArrayList<>();

  /** A letter to be written, and what it is written for. */
  private record Due(Fault fault, Letter letter) {}

  Deferral(
      Postbox queue,
      DeferralPolicy policy,
      RandomGenerator random,
      Ledger ledger,
      Acknowledger acknowledger,
      Burial burial) {
    this.queue = queue;
    this.policy = policy;
    this.random = random;
    this.ledger = ledger;
    this.acknowledger = acknowledger;
    this.burial = burial;
  }

  /** Settles each of them, or hands it on as dead. */
  void defer(List<Fault> faults) {
    List<Due> due = new ArrayList<>();
    long weight = 0;
    for (Fault fault : faults) {
      decide(fault).ifPresent(due::add);
      weight += fault.weight();
      if (weight > MOST_WEIGHT || due.size() == MOST_AT_ONCE) {
        store(due);
        due = new ArrayList<>();
        weight = 0;
      }
    }
    store(due);
  }

  /** What a person must know of letters that were not taken. */
  Optional<Alarm> alarm() {
    return refusals.stream()
        .findFirst()
        .map(first -> Alarm.retryQueueRefused(refusals.size(), first));
  }

  /** Nothing where the fault is held, or dead. */
  private Optional<Due> decide(Fault fault) {
    if (acknowledger == Acknowledger.WHOLE_BATCH && ledger.anyHeld()) {
      return held(fault, "the batch comes again as a whole: " + fault.reason().safeText());
    }
    if (ledger.isHeld(fault.record())) {
      return held(fault, "another part of its record is held");
    }
    Instant now = queue.budget().instant();
    Letter letter = fault.letter(now);
    Attempts tried = letter.attempts();
    return switch (policy.decide(tried.count(), tried.since(), now, random)) {
      case DeferralDecision.Again(Instant notBefore) ->
          Optional.of(new Due(fault, letter.toBeTriedAgain(notBefore.plus(fault.pause()))));
      case DeferralDecision.Enough(String why) -> {
        String text = why + ", last: " + fault.reason().safeText();
        burial.due(fault.because(Reason.of(givenUp(fault.reason().kind()), text)));
        yield Optional.empty();
      }
    };
  }

  /** One that never went out says for whom it waited. */
  private static Reason.Kind givenUp(Reason.Kind waited) {
    return waited == Reason.Kind.CUSTOMER_NOT_READY ? waited : Reason.Kind.NOT_DELIVERED;
  }

  private void store(List<Due> due) {
    if (due.isEmpty()) {
      return;
    }
    List<Receipt> receipts = queue.store(due.stream().map(Due::letter).toList());
    for (int i = 0; i < due.size(); i++) {
      Fault fault = due.get(i).fault();
      String why = fault.reason().safeText();
      switch (receipts.get(i)) {
        case Receipt.Stored _ -> {
          Instant notBefore = due.get(i).letter().attempts().notBefore();
          ledger.settle(fault.record(), new Outcome.Deferred(why, notBefore));
        }
        case Receipt.Refused(String refusal) -> {
          refusals.add(refusal);
          held(fault, "it could not be deferred: " + refusal + "; " + why);
        }
      }
    }
  }

  private Optional<Due> held(Fault fault, String why) {
    ledger.settle(fault.record(), new Outcome.Held(why));
    return Optional.empty();
  }
}
