package io.usagecollector.core.customer.guard;

import java.time.Duration;

/**
 * For how long what is done, and what is known holds.
 *
 * @param lease for how long a customer is held at most, for one step
 * @param margin how long before the caller's deadline a lease ends
 * @param safety how long before a lease's end all requests to the service have ended
 * @param leastWork with less time than this nothing is begun
 * @param verified after about how long a customer who is ready is looked at again
 * @param refused for how long the service is not asked, where somebody has to change something
 * @param longestPause for how long a service may ask to be left alone with one customer
 * @param credentials for how long a process does not ask with credentials that were refused
 * @param rest for how long items that are out of reach are not asked for
 * @param cached for how long a process trusts its own memory
 * @param mostCached of how many customers
 * @param mostUnguarded how many customers a process works on at once, where the items are away
 */
public record GuardPolicy(
    Duration lease,
    Duration margin,
    Duration safety,
    Duration leastWork,
    Duration verified,
    Duration refused,
    Duration longestPause,
    Duration credentials,
    Duration rest,
    Duration cached,
    int mostCached,
    int mostUnguarded) {
  public static final GuardPolicy USUAL =
      new GuardPolicy(
          Duration.ofSeconds(15),
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(250),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          10_000,
          4);
}
