package io.usagecollector.core.delivery.outcome;

/**
 * What a batch cost in calls to the billing service.
 *
 * @param requests how many bulks were sent
 * @param repeats how many of them had been sent before
 * @param unknown how many answers no documentation explains
 * @param eventsAccepted how many events were accepted
 * @param eventsTurnedAway how many were not sent, since their customers were not ready
 */
public record Traffic(
    int requests, int repeats, int unknown, int eventsAccepted, int eventsTurnedAway) {
  public static final Traffic NONE = new Traffic(0, 0, 0, 0);

  /** One that turned nothing away. */
  public Traffic(int requests, int repeats, int unknown, int eventsAccepted) {
    this(requests, repeats, unknown, eventsAccepted, 0);
  }

  public Traffic sent(boolean repeat) {
    return new Traffic(
        requests + 1, repeats + (repeat ? 1 : 0), unknown, eventsAccepted, eventsTurnedAway);
  }

  public Traffic unexplained() {
    return new Traffic(requests, repeats, unknown + 1, eventsAccepted, eventsTurnedAway);
  }

  public Traffic accepted(int events) {
    return new Traffic(requests, repeats, unknown, eventsAccepted + events, eventsTurnedAway);
  }

  public Traffic turnedAway() {
    return new Traffic(requests, repeats, unknown, eventsAccepted, eventsTurnedAway + 1);
  }
}
