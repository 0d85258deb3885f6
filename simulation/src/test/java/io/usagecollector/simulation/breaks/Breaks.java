package io.usagecollector.simulation.breaks;

import static io.usagecollector.simulation.fault.Trouble.ACCOUNTS_AWAY;
import static io.usagecollector.simulation.fault.Trouble.KEY_REVOKED;
import static io.usagecollector.simulation.fault.Trouble.OUTAGE;
import static io.usagecollector.simulation.fault.Trouble.PORTAL;
import static io.usagecollector.simulation.fault.Trouble.QUEUES_CLOSED;
import static io.usagecollector.simulation.fault.Trouble.REFUSES_ALL;
import static io.usagecollector.simulation.fault.Trouble.SILENCE;
import static io.usagecollector.simulation.fault.Trouble.STORM;

import java.util.List;

/** For every law, how the product could break it. */
final class Breaks {
  private Breaks() {}

  static final List<Break> ALL =
      List.of(
          Break.of(
              "NothingIsBilledTwice",
              "an id that is drawn anew each time",
              PORTAL,
              "core/event/EventOrigin.java",
              "return EventId.of(stream, at, timestampMillis, ordinal);",
              "return java.util.UUID.randomUUID().toString();"),
          Break.of(
              "NothingIsAcknowledgedBeforeItsOutcomeStands",
              "a refused letter counts as stored",
              QUEUES_CLOSED,
              "core/delivery/Burial.java",
              "case Receipt.Refused(String why) -> refused(fault, why);",
              "case Receipt.Refused(String why) ->"
                  + " ledger.settle(fault.record(), new Outcome.DeadLettered(fault.reason()));"),
          Break.of(
              "EveryPartEndsInOnePlace",
              "a fault of the mapping is dropped",
              PORTAL,
              "core/delivery/Intake.java",
              "fault(open, faulty.ordinal(), faulty.reason());",
              "ledger.settle(record, new Outcome.Filtered());"),
          Break.of(
              "OnlyBadEventsAreDeadLettered",
              "a refused bulk is dead-lettered as a whole",
              PORTAL,
              "core/delivery/Landing.java",
              "queue.halve(bulk.asMaybeStored());",
              "for (var one : bulk.pending()) {"
                  + " judge.refusedAlone(Bulk.of(java.util.List.of(one)), answer); }"),
          Break.of(
              "ARepeatIsTheSameEvent",
              "a repeat is written anew",
              OUTAGE,
              "core/delivery/bulk/Bulk.java",
              "return pending.stream().map(PendingEvent::event).toList();",
              "return pending.stream().map(PendingEvent::event).map(e -> failures == 0 ? e : new"
                  + " UsageEvent(e.eventId(), e.timestamp(), e.externalCustomerId(), e.eventName(),"
                  + " (new String(e.json()) + \" \").getBytes())).toList();"),
          Break.of(
              "TheReportIsTrue",
              "repeats are not counted",
              OUTAGE,
              "core/delivery/outcome/Traffic.java",
              "requests + 1, repeats + (repeat ? 1 : 0)",
              "requests + (repeat ? 0 : 1), repeats + (repeat ? 1 : 0)"),
          Break.of(
                  "RequestsStayWithinTheBound",
                  "a refused bulk loses one event at a time",
                  PORTAL,
                  "core/delivery/bulk/Bulk.java",
                  "pending.subList(0, pending.size() / 2)",
                  "pending.subList(0, 1)")
              .and("pending.subList(pending.size() / 2, ", "pending.subList(1, "),
          Break.of(
              "NothingRunsPastTheDeadline",
              "a request may take as long as it likes",
              SILENCE,
              "core/delivery/pace/Pacer.java",
              "return Duration.ofMillis(Math.min(left, LONGEST_EXCHANGE));",
              "return Duration.ofMillis(Math.max(left, LONGEST_EXCHANGE));"),
          Break.of(
              "RefusedCredentialsAreNotHammered",
              "a refused key is tried nine times",
              KEY_REVOKED,
              "core/delivery/gate/InstanceGate.java",
              "refusals < 2",
              "refusals < 9"),
          Break.of(
              "OnlyTheProbeIsSentWhileTheCircuitIsOpen",
              "who is beaten to the probe takes it all the same",
              KEY_REVOKED,
              "core/delivery/gate/Breaker.java",
              "yield false;",
              "yield true;"),
          Break.of(
              "NoMinuteHasMoreRequestsThanAllowed",
              "portions are half as far apart",
              OUTAGE,
              "core/delivery/gate/RequestRate.java",
              "Duration.ofMinutes(1).plus(LIFE).toMillis();",
              "Duration.ofMinutes(1).toMillis() / 2;"),
          Break.of(
              "RetryAfterIsObeyed",
              "five seconds less will do",
              STORM,
              "core/delivery/gate/InstanceGate.java",
              "Math.max(throttledUntil, until)",
              "Math.max(throttledUntil, until - 5_000)"),
          Break.of(
              "WhileTheGateIsShutNothingIsMapped",
              "every batch is a probe",
              KEY_REVOKED,
              "core/delivery/gate/Breaker.java",
              ".<Entry>map(closure -> new Entry.Closed(closure.why()))",
              ".<Entry>map(closure -> new Entry.Probe())"),
          Break.of(
                  "AServiceThatRefusesAllEmptiesNoTopic",
                  "whatever is refused is bad",
                  REFUSES_ALL,
                  "core/delivery/Judge.java",
                  "if (suspicion.isCertain(gate.acceptedLately())) {",
                  "if (Boolean.FALSE) {")
              .and("gate.vouchesFor(undecided.size())", "Boolean.TRUE"),
          Break.of(
              "ReplaysSendStoredBytes",
              "what is tried again is mapped again",
              OUTAGE,
              "core/source/StoredLetter.java",
              "if (letter.event().isPresent()) {",
              "if (Boolean.FALSE) {"),
          Break.of(
              "AttemptsAreTold",
              "each attempt counts twice",
              OUTAGE,
              "core/letter/Attempts.java",
              "count + 1",
              "count + 2"),
          Break.of(
              "NothingIsAcknowledgedBeforeItsOutcomeStands",
              "what the retry queue refuses counts as deferred",
              QUEUES_CLOSED,
              "core/delivery/Deferral.java",
              "held(fault, \"it could not be deferred: \" + refusal + \"; \" + why);",
              "ledger.settle(fault.record(), new Outcome.Deferred(why, Instant.EPOCH));"),
          Break.of(
              "NothingWaitsForEver",
              "what fails in the retry queue counts as the service's fault",
              OUTAGE,
              "core/delivery/Stuck.java",
              "if (!one.provoked()) {",
              "if (Boolean.TRUE) {"),
          Break.of(
              "NobodyIsSentWhoIsNotReady",
              "whoever is turned away goes out all the same",
              ACCOUNTS_AWAY,
              "core/delivery/Dispatch.java",
              "if (!entrance.isOpenTo(bulk)) {",
              "if (Boolean.FALSE) {"),
          Break.of(
              "BillingCountsTheFirstEvent",
              "a subscription starts with the last event",
              PORTAL,
              "core/admission/EventTimes.java",
              ".min(Instant::compareTo)",
              ".max(Instant::compareTo)"),
          Break.of(
              "WhoIsNotReadyIsTriedAgain",
              "who is not ready is given up",
              ACCOUNTS_AWAY,
              "core/delivery/Deferral.java",
              "policy.decide(tried.count(), tried.since(), now, random)",
              "fault.reason().kind() == Reason.Kind.CUSTOMER_NOT_READY"
                  + " ? new DeferralDecision.Enough(\"not ready\")"
                  + " : policy.decide(tried.count(), tried.since(), now, random)"),
          Break.of(
              "NothingWaitsForEver",
              "who cannot be reached is asked for again next year",
              ACCOUNTS_AWAY,
              "core/admission/Refusals.java",
              "SOON = Duration.ofMinutes(1)",
              "SOON = Duration.ofDays(400)"),
          Break.of(
              "RequestsStayWithinTheBound",
              "what is refused is made sure of again and again",
              PORTAL,
              "core/delivery/Dispatch.java",
              "if (healing.begin()) {",
              "for (int again = 0; again < 3 && healing.begin(); again++) {"));
}
