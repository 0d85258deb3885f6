package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a batch goes so far: what it costs in calls, what a person must know, and why nothing more of
 * it is sent, if something concerns all of it.
 */
final class Course {
  private final List<Alarm> alarms = new ArrayList<>();
  private final AcceptedCount accepted = new AcceptedCount();
  private Traffic traffic = Traffic.NONE;
  private Optional<String> stopped = Optional.empty();
  private boolean answered;
  private boolean diverted;

  void sent(boolean repeat) {
    traffic = traffic.sent(repeat);
  }

  /** An event was not sent, since its customer is not known to be ready. */
  void turnedAway() {
    traffic = traffic.turnedAway();
  }

  void unexplained() {
    traffic = traffic.unexplained();
  }

  /**
   * Takes the events of a bulk that was accepted.
   *
   * @param now milliseconds since 1970-01-01T00:00:00Z
   */
  void accepted(List<PendingEvent> events, long now) {
    traffic = traffic.accepted(events.size());
    accepted.add(events, now);
  }

  AcceptedEvents accepted() {
    return accepted.counted();
  }

  /** The service took something, or judged it: it is there. */
  void answered() {
    answered = true;
  }

  boolean isAnswered() {
    return answered;
  }

  boolean anyAccepted() {
    return traffic.eventsAccepted() > 0;
  }

  Traffic traffic() {
    return traffic;
  }

  /** The same alarm of several bulks is one. */
  void tell(Alarm alarm) {
    if (!alarms.contains(alarm)) {
      alarms.add(alarm);
    }
  }

  List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  /** From now on nothing is sent. */
  void stop(String why) {
    stopped = Optional.of(why);
  }

  Optional<String> stopped() {
    return stopped;
  }

  /** What is left goes to the retry queue, since the service is away for long. */
  void divert() {
    diverted = true;
  }

  /** Whether what is left need not be held: nothing may be once something was accepted. */
  boolean mayDefer() {
    return diverted || anyAccepted();
  }
}
