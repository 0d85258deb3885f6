package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What all callers know of one customer.
 *
 * @param fence how often a lease was taken: whoever holds an older one writes nothing any more
 * @param lease who is at it, if anybody
 * @param pause until when the service asked to be left alone, if it did
 */
public record EnsureItem(
    EnsureState state, long fence, Optional<Lease> lease, Optional<Pause> pause) {
  private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(1);

  /**
   * Somebody's leave to work on a customer, alone.
   *
   * @param owner theirs for this one time
   * @param until when another may take it
   */
  public record Lease(String owner, Instant until) {}

  /** For how long nobody asks the service for this customer, and what it said. */
  public record Pause(EnsureFault.Kind why, Instant until) {}

  /** Of a customer whom nobody has asked for yet. */
  static EnsureItem first(EnsureRequest request, Lease lease, Instant now) {
    var state = new EnsureState.Pending(Wish.of(request, now));
    return new EnsureItem(state, 1, Optional.of(lease), Optional.empty());
  }

  /**
   * Taken by another, who goes on from another state perhaps.
   *
   * @throws IllegalStateException if no way leads to it
   */
  EnsureItem taken(EnsureState next, Lease by) {
    Transition.check(state.stage(), next.stage());
    return new EnsureItem(next, fence + 1, Optional.of(by), Optional.empty());
  }

  /**
   * Further on, under the same fence and a longer lease.
   *
   * @throws IllegalStateException if no way leads there
   */
  EnsureItem checkpoint(EnsureState next, Lease longer) {
    Transition.check(state.stage(), next.stage());
    return new EnsureItem(next, fence, Optional.of(longer), Optional.empty());
  }

  /**
   * Left for whoever comes next.
   *
   * @throws IllegalStateException if no way leads there
   */
  EnsureItem released(EnsureState next, Optional<Pause> pause) {
    Transition.check(state.stage(), next.stage());
    return new EnsureItem(next, fence, Optional.empty(), pause);
  }

  /** A lease that ends further ahead than any does was taken by a clock that is wrong. */
  boolean isHeldAt(Instant now) {
    return lease
        .map(Lease::until)
        .filter(until -> until.isAfter(now) && until.isBefore(now.plus(FURTHEST_AHEAD)))
        .isPresent();
  }
}
