package io.usagecollector.simulation.ledger;

import io.usagecollector.core.delivery.outcome.RecordGroup;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.simulation.event.Words;
import java.util.List;
import java.util.TreeMap;

/** A happening in one line. */
final class TraceLine {
  private static final int MOST_NAMED = 12;

  private TraceLine() {}

  static String of(Happening happening) {
    return switch (happening) {
      case Happening.Produced(long _, var record) ->
          "produced " + record.at() + " " + Words.of(record);
      case Happening.Invoked(var invocation, int inbounds, var parts, var shut) ->
          invocation
              + " got "
              + inbounds
              + " with "
              + named(parts)
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
      case Happening.Applied(long _, var invocation, var firstEvents) ->
          invocation + " wants to send of " + new TreeMap<>(firstEvents);
      case Happening.CustomerAsked(long _, var invocation, String customer) ->
          invocation + " asked for " + customer;
      case Happening.CustomerMade(long _, var invocation, String customer, var start) ->
          invocation + " made " + customer + ", billed from " + start;
      case Happening.LetterBuried(long _, String instance, var letter) ->
          instance + " buried " + letter(letter);
      case Happening.MessageSent(long _, String instance, String id, long delay, var letters) ->
          instance
              + " deferred for "
              + delay
              + " ms, as "
              + id
              + ": "
              + named(letters.stream().map(TraceLine::letter).toList());
      case Happening.MessageDeleted(long _, String id) -> "deleted " + id;
      case Happening.Acknowledged(long _, String poller, var records) ->
          poller + " has settled " + named(records);
      case Happening.Reported(long _, var invocation, var report) ->
          invocation
              + " reported "
              + new TreeMap<>(report.tally().counts())
              + " "
              + RecordGroup.held(report)
              + " "
              + report.alarms();
      case Happening.Died(long _, var invocation, String where) -> invocation + " died " + where;
      case Happening.ClockJumped(long _, String instance, long millis) ->
          "the clock of " + instance + " jumped by " + millis + " ms";
      case Happening.CircuitSet(long _, String instance, boolean isOpen, boolean isProbe) ->
          instance
              + (isProbe
                  ? " took the probe"
                  : isOpen ? " opened the circuit" : " closed the circuit");
      case Happening.TableAway(long _, String instance) -> instance + " did not reach the table";
      case Happening.Noted(long _, String text) -> text;
    };
  }

  private static String letter(Letter letter) {
    return Letters.parts(letter)
        + (letter.event().isPresent() ? " with its event" : " unmapped")
        + ", "
        + letter.reason()
        + ", "
        + letter.attempts();
  }

  private static String named(List<?> all) {
    List<?> some = all.subList(0, Math.min(all.size(), MOST_NAMED));
    return all.size() + " " + some + (all.size() > MOST_NAMED ? "..." : "");
  }
}
