package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.EnsureRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a subscription is to start, so that the first event is billed: OpenMeter lets it start two
 * minutes back by its own clock, in one dialect. Times count in whole seconds there.
 */
final class SubscriptionStart {
  /** Of the two minutes, without what clocks, dates and the wait for an answer may take. */
  private static final Duration FARTHEST = Duration.ofSeconds(110);

  private final ServerClock there;

  SubscriptionStart(ServerClock there) {
    this.there = there;
  }

  /** The time to state; nothing where starting at once is early enough. */
  Optional<Instant> of(EnsureRequest request) {
    Instant now = second(there.now());
    Instant farthest = now.minus(FARTHEST);
    return request
        .firstEvent()
        .map(SubscriptionStart::second)
        .filter(first -> first.isBefore(now))
        .map(first -> first.isBefore(farthest) ? farthest : first);
  }

  /**
   * Before when events are not billed, though the first one known is older.
   *
   * @param activeFrom when the subscription starts
   */
  static Optional<Instant> unbilledBefore(Optional<Instant> activeFrom, EnsureRequest request) {
    return activeFrom.filter(from ->
        request.firstEvent().filter(first -> second(first).isBefore(second(from))).isPresent());
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
