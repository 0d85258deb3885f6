package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How long leases run, by the clock and the caller's deadline.
 *
 * @param owners a name for each time that somebody takes a customer, never the same twice
 */
record Leases(
    GuardPolicy policy, InstantSource clock, RandomGenerator random, Supplier<String> owners) {
  private static final double SPREAD = 0.2;

  Instant now() {
    return clock.instant();
  }

  /** A new one; nothing if too little time is left to do anything. */
  Optional<Lease> begin(Deadline deadline) {
    var lease = new Lease(owners.get(), until(deadline));
    return work(lease).left().compareTo(policy.leastWork()) < 0
        ? Optional.empty()
        : Optional.of(lease);
  }

  /** The same for the next step. */
  Lease longer(Lease lease, Deadline deadline) {
    return new Lease(lease.owner(), until(deadline));
  }

  /** When requests to the service must have ended. */
  Deadline work(Lease lease) {
    return new Deadline(clock, lease.until().minus(policy.safety()));
  }

  /** When one who is ready is looked at again: not all at once who became so at once. */
  Instant verifyAfter() {
    double share = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
    return now().plus(Duration.ofMillis((long) (policy.verified().toMillis() * share)));
  }

  private Instant until(Deadline deadline) {
    Instant whole = now().plus(policy.lease());
    Instant callers = deadline.ends().minus(policy.margin());
    return whole.isBefore(callers) ? whole : callers;
  }
}
