package io.usagecollector.simulation.ledger;

import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.event.Words;
import java.util.List;

/** A happening in one line. */
final class TraceLine {
  private static final int MOST_NAMED = 12;

  private TraceLine() {}

  static String of(Happening happening) {
    return switch (happening) {
      case Happening.Produced(long _, var record) ->
          "produced " + record.at() + " " + Words.of(record);
      case Happening.Invoked(var invocation, var records, var shut) ->
          invocation
              + " got "
              + named(records)
              + " for "
              + (invocation.deadline() - invocation.start())
              + " ms"
              + shut.map(why -> ", its gate shut: " + why).orElse("");
      case Happening.Mapped(long _, var invocation, var record) -> invocation + " mapped " + record;
      case Happening.Requested requested ->
          requested.invocation()
              + " sent "
              + named(requested.events().stream().map(event -> event.eventId()).toList())
              + " since "
              + (requested.at() - requested.start())
              + " ms of "
              + requested.timeout().toMillis()
              + ": "
              + requested.answer();
      case Happening.Landed landed ->
          landed.invocation()
              + " took notice of "
              + landed.answer().getClass().getSimpleName()
              + " after "
              + (landed.at() - landed.arrived())
              + " ms";
      case Happening.Billed(long _, var events) ->
          "billed " + named(events.stream().map(event -> event.part()).toList());
      case Happening.LetterTaken(long _, String instance, Queue queue, var letter) ->
          queue
              + " of "
              + instance
              + " took "
              + PartId.of(letter.record().at(), letter.ordinal())
              + ", "
              + letter.reason()
              + ", "
              + letter.attempts();
      case Happening.Acknowledged(long _, String poller, var records) ->
          poller + " has settled " + named(records);
      case Happening.Reported(long _, var invocation, var report) ->
          invocation + " reported " + report.tally().counts() + " " + report.alarms();
      case Happening.Died(long _, var invocation, String where) -> invocation + " died " + where;
      case Happening.ClockJumped(long _, String instance, long millis) ->
          "the clock of " + instance + " jumped by " + millis + " ms";
      case Happening.Noted(long _, String text) -> text;
    };
  }

  private static String named(List<?> all) {
    List<?> some = all.subList(0, Math.min(all.size(), MOST_NAMED));
    return all.size() + " " + some + (all.size() > MOST_NAMED ? "..." : "");
  }
}
