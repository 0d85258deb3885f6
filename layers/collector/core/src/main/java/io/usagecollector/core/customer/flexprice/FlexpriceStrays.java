package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends drafts of ours that attempts left beside a subscription that runs. They bill nothing, so it
 * is done by the way, whenever such a customer is looked at again. Thread-safe.
 */
final class FlexpriceStrays {
  /** No attempt is so long at it: a function ends after a quarter of an hour. */
  private static final Duration OLD = Duration.ofHours(1);

  private static final int MOST_AT_ONCE = 5;

  private final SubscriptionCalls calls;
  private final InstantSource clock;

  FlexpriceStrays(SubscriptionCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Ends some of them. What fails is found again the next time.
   *
   * @param listing of a customer with a subscription that runs: nobody takes up a draft any more
   */
  void end(BillingCustomer customer, Listing listing, Deadline deadline) {
    Instant old = clock.instant().minus(OLD);
    for (Subscription stray :
        listing.strays(LookupKey.start(customer.key()), old).stream()
            .limit(MOST_AT_ONCE)
            .toList()) {
      if (calls.end(stray.id(), deadline) instanceof Outcome.Failed) {
        return;
      }
    }
  }
}
