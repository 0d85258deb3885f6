package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Customers and subscriptions at OpenMeter or Konnect. Thread-safe. */
public final class OpenMeterAccounts implements BillingAccounts {
  private final OpenMeterApi api;
  private final InstantSource clock;
  private final Dialect dialect;
  private final Listing listing;
  private final Customers customers;
  private final Subscriptions subscriptions;
  private final SubscriptionCreation creation;

  /**
   * @param planKey the plan of a customer that has no subscription
   * @param permits the fleet's: OpenMeter hangs while four subscriptions are created at once
   */
  public OpenMeterAccounts(
      OpenMeterApi api, String planKey, CreatePermits permits, InstantSource clock) {
    this.api = api;
    this.clock = clock;
    var there = new ServerClock(clock);
    var calls = new AccountCalls(api, clock, there);
    dialect = Dialect.of(api.dialect());
    listing = new Listing(calls);
    customers = new Customers(dialect, calls);
    subscriptions = new Subscriptions(dialect, listing);
    creation =
        new SubscriptionCreation(
            dialect,
            calls,
            customers,
            subscriptions,
            new ActivePlans(planKey, dialect, listing, clock),
            new SubscriptionStart(there),
            permits);
  }

  @Override
  public String name() {
    return "openmeter";
  }

  @Override
  public boolean guardsSubscriptions() {
    return true;
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    return customers.ensure(request, deadline);
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return switch (subscriptions.find(customer, request, deadline)) {
      case Lookup.There<BillingSubscription>(var there) -> new Step.Done<>(there, false);
      case Lookup.Nowhere<BillingSubscription> _ -> creation.create(customer, request, deadline);
      case Lookup.Gone<BillingSubscription> _ -> new Step.CustomerGone<>();
      case Lookup.Failed<BillingSubscription>(EnsureFault fault) -> new Step.Failed<>(fault);
    };
  }

  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    return listing.first(dialect.customers(), Optional::of, Deadline.in(timeout, clock))
            instanceof Lookup.Failed<?>(EnsureFault fault)
        ? Optional.of(fault)
        : Optional.empty();
  }

  @Override
  public void renewCredentials() {
    api.renewToken();
  }
}
