package io.usagecollector.core.delivery.outcome;

/**
 * What a batch cost in calls to the billing service.
 *
 * @param requests how many bulks were sent
 * @param repeats how many of them had been sent before
 * @param unknown how many answers no documentation explains
 * @param eventsAccepted how many events were accepted
 */
public record Traffic(int requests, int repeats, int unknown, int eventsAccepted) {
  public static final Traffic NONE = new Traffic(0, 0, 0, 0);

  public Traffic sent(boolean repeat) {
    return new Traffic(requests + 1, repeats + (repeat ? 1 : 0), unknown, eventsAccepted);
  }

  public Traffic unexplained() {
    return new Traffic(requests, repeats, unknown + 1, eventsAccepted);
  }

  public Traffic accepted(int events) {
    return new Traffic(requests, repeats, unknown, eventsAccepted + events);
  }
}
