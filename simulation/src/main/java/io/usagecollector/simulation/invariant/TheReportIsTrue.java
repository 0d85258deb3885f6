package io.usagecollector.simulation.invariant;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says, and so what metrics count, is what happened: each record has one outcome, the
 * counts are theirs, what is called accepted is billed, and requests are those that were made.
 */
final class TheReportIsTrue implements Invariant {
  private static final class Seen {
    private int records;
    private int requests;
    private int accepted;
    private int unknown;
  }

  private final Misled misled = new Misled();
  private final Map<Invocation, Seen> seen = new HashMap<>();

  private Seen of(Invocation invocation) {
    return seen.computeIfAbsent(invocation, any -> new Seen());
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    switch (happening) {
      case Happening.Invoked(var invocation, int inbounds, var _, var _) ->
          of(invocation).records = inbounds;
      case Happening.Requested requested -> note(of(requested.invocation()), requested);
      case Happening.Reported(long _, var invocation, var report) -> {
        Seen there = of(invocation);
        seen.remove(invocation);
        countsAddUp(report, there);
        if (!misled.is(invocation.instance())) {
          trafficIsTrue(report, there);
        }
        report.records().forEach(settled -> outcomeIsTrue(settled, ledger));
      }
      default -> {}
    }
  }

  private static void note(Seen there, Happening.Requested requested) {
    there.requests++;
    if (requested.answer() instanceof Answer.Accepted) {
      there.accepted += requested.events().size();
    }
    there.unknown += isUnexplained(requested.answer()) ? 1 : 0;
  }

  private static boolean isUnexplained(Answer answer) {
    return switch (answer) {
      case Answer.Unknown _, Answer.Forbidden _, Answer.Misconfigured _ -> true;
      case Answer.Accepted _,
          Answer.Invalid _,
          Answer.Unauthorized _,
          Answer.Throttled _,
          Answer.Transient _ ->
          false;
    };
  }

  private void countsAddUp(BatchReport report, Seen there) {
    var counts = new EnumMap<Outcome.Kind, Integer>(Outcome.Kind.class);
    report.records().forEach(one -> counts.merge(one.outcome().kind(), 1, Integer::sum));
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      int told = report.tally().count(kind);
      holds(
          told == counts.getOrDefault(kind, 0), "%s are told to be %s, of %s", told, kind, counts);
    }
    int received = report.tally().received();
    holds(received == there.records, "%s of %s records were received", received, there.records);
    holds(
        report.alarms().stream().noneMatch(a -> a.kind() == Alarm.Kind.COUNTS_DO_NOT_ADD_UP),
        "delivery says that its counts do not add up");
  }

  private void trafficIsTrue(BatchReport report, Seen there) {
    var told = report.traffic();
    holds(
        told.requests() == there.requests,
        "%s requests are told, %s were made",
        told.requests(),
        there.requests);
    holds(
        told.eventsAccepted() == there.accepted,
        "%s events are told to be accepted, %s were",
        told.eventsAccepted(),
        there.accepted);
    holds(
        told.unknown() == there.unknown,
        "%s answers are told to be unknown, %s were",
        told.unknown(),
        there.unknown);
  }

  private void outcomeIsTrue(BatchReport.Settled settled, Ledger ledger) {
    List<PartId> parts =
        switch (settled.handle()) {
          case SourceHandle.KafkaRecord(Coordinates at) -> ledger.parts(at).toList();
          case SourceHandle.QueueMessage message -> ledger.retries().parts(message.id());
        };
    boolean is =
        switch (settled.outcome()) {
          case Outcome.Accepted _ ->
              parts.stream()
                  .allMatch(part -> !ledger.kind(part).isEvent() || !ledger.bill(part).isEmpty());
          case Outcome.DeadLettered _ ->
              parts.stream().anyMatch(part -> !ledger.deadLetters(part).isEmpty());
          case Outcome.Deferred _ ->
              parts.stream().anyMatch(part -> ledger.retries().times(part) > 0);
          case Outcome.Filtered _, Outcome.Held _ -> true;
        };
    holds(is, "%s is told to be %s", settled.handle(), settled.outcome().kind());
  }
}
