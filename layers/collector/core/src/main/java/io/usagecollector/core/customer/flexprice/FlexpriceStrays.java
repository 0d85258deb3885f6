package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.StraySubscriptions;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Ends drafts that attempts left beside a subscription that runs. Thread-safe. */
final class FlexpriceStrays implements StraySubscriptions {
  /** No attempt is so long at it: a function ends after a quarter of an hour. */
  private static final Duration OLD = Duration.ofHours(1);

  private final SubscriptionCalls calls;
  private final InstantSource clock;

  FlexpriceStrays(SubscriptionCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public Step<Integer> end(BillingCustomer customer, Deadline deadline) {
    return switch (calls.list(customer, deadline)) {
      case Look.Found<Listing>(Listing listing) -> end(customer, listing, deadline);
      case Look.Nothing<Listing> _ -> new Step.CustomerGone<>();
      case Look.Failed<Listing>(EnsureFault fault) -> new Step.Failed<>(fault);
    };
  }

  private Step<Integer> end(BillingCustomer customer, Listing listing, Deadline deadline) {
    if (listing.running().isEmpty()) {
      return new Step.Done<>(0, false);
    }
    int ended = 0;
    Instant old = clock.instant().minus(OLD);
    for (Subscription stray : listing.strays(LookupKey.start(customer.key()), old)) {
      if (calls.end(stray.id(), deadline) instanceof Outcome.Failed(EnsureFault fault)) {
        return new Step.Failed<>(fault);
      }
      ended++;
    }
    return new Step.Done<>(ended, false);
  }
}
