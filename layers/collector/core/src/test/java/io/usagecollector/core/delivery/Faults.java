package io.usagecollector.core.delivery;

import java.util.Random;

/**
 * How often what goes wrong, each a probability of one call or one letter. Each run switches some
 * off, so that rare paths are not always hidden behind common ones; one in ten has bad events
 * alone.
 *
 * @param throttled 429, with or without Retry-After
 * @param unavailable 5xx
 * @param lostAnswer the events are stored, and no answer comes
 * @param page a proxy's page
 * @param unauthorized the key is refused, from now on for a while
 * @param thrown the sink breaks its contract
 * @param slow the answer takes most of the time allowed
 * @param badEvent an event the service refuses
 * @param faultyRecord a record the mapping fails on
 * @param slowMapping a record that takes long to map
 * @param letterRefused a dead letter the queue does not take
 * @param shortTime an invocation with little time
 * @param goesBack a committed offset that goes back: what lies behind it is handed over again
 */
record Faults(
    double throttled,
    double unavailable,
    double lostAnswer,
    double page,
    double unauthorized,
    double thrown,
    double slow,
    double badEvent,
    double faultyRecord,
    double slowMapping,
    double letterRefused,
    double shortTime,
    double goesBack) {

  static Faults drawn(Random random) {
    if (random.nextInt(10) == 0) {
      return new Faults(0, 0, 0, 0, 0, 0, 0, some(random, 0.3), some(random, 0.3), 0, 0, 0, 0);
    }
    return new Faults(
        some(random, 0.3),
        some(random, 0.4),
        some(random, 0.4),
        some(random, 0.2),
        some(random, 0.2),
        some(random, 0.1),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.2),
        some(random, 0.4),
        some(random, 0.5),
        some(random, 0.2));
  }

  /** A hundredth of the bad events: among many events the bound of requests is near then. */
  Faults withFewBadEvents() {
    return new Faults(
        throttled,
        unavailable,
        lostAnswer,
        page,
        unauthorized,
        thrown,
        slow,
        badEvent / 100,
        faultyRecord,
        slowMapping,
        letterRefused,
        shortTime,
        goesBack);
  }

  /** Off in half of the runs, else anything up to the most. */
  private static double some(Random random, double most) {
    return random.nextBoolean() ? 0 : random.nextDouble(most);
  }
}
