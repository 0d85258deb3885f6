package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.InstantSource;

/**
 * Subscriptions: one that runs is taken, on whatever plan; where there is none the default one is
 * made, as {@link DraftFirst} does it. Thread-safe.
 */
final class FlexpriceSubscriptions {
  private final SubscriptionCalls calls;
  private final FlexpricePlans plans;
  private final FlexpriceStrays strays;
  private final Waiting waiting;
  private final InstantSource clock;

  FlexpriceSubscriptions(
      SubscriptionCalls calls,
      FlexpricePlans plans,
      FlexpriceStrays strays,
      Waiting waiting,
      InstantSource clock) {
    this.calls = calls;
    this.plans = plans;
    this.strays = strays;
    this.waiting = waiting;
    this.clock = clock;
  }

  Step<BillingSubscription> ensure(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return switch (calls.list(customer, deadline)) {
      case Look.Found<Listing>(Listing listing) ->
          listing
              .running()
              .map(running -> taken(running, customer, request, listing, deadline))
              .orElseGet(() -> make(customer, request, listing, deadline));
      case Look.Nothing<Listing> _ -> new Step.CustomerGone<>();
      case Look.Failed<Listing>(EnsureFault fault) -> new Step.Failed<>(fault);
    };
  }

  private Step<BillingSubscription> taken(
      Subscription running,
      BillingCustomer customer,
      EnsureRequest request,
      Listing listing,
      Deadline deadline) {
    strays.end(customer, listing, deadline);
    return new Step.Done<>(running.billing(request.firstEvent()), false);
  }

  /** A refusal that may come of a plan changed since it was remembered is met with a fresh one. */
  private Step<BillingSubscription> make(
      BillingCustomer customer, EnsureRequest request, Listing listing, Deadline deadline) {
    Look<Plan> known = plans.plan(deadline);
    Step<BillingSubscription> step = make(customer, request, listing, known, deadline);
    if (!(step instanceof Step.Failed<BillingSubscription>(EnsureFault fault)
        && isOfPlan(fault)
        && known instanceof Look.Found<Plan>(Plan old))) {
      return step;
    }
    Look<Plan> fresh = plans.ask(deadline);
    return fresh instanceof Look.Found<Plan>(Plan now) && now.equals(old)
        ? step
        : make(customer, request, listing, fresh, deadline);
  }

  private static boolean isOfPlan(EnsureFault fault) {
    return fault.kind() == Kind.PLAN_NOT_FOUND || fault.kind() == Kind.BILLING_SETUP;
  }

  private Step<BillingSubscription> make(
      BillingCustomer customer,
      EnsureRequest request,
      Listing listing,
      Look<Plan> look,
      Deadline deadline) {
    return switch (look) {
      case Look.Found<Plan>(Plan plan) ->
          new DraftFirst(calls, waiting, customer, plan, request, deadline)
              .run(listing, Start.of(request.firstEvent(), clock.instant(), listing.lastEnd()));
      case Look.Nothing<Plan> _ ->
          new Step.Failed<>(new EnsureFault(Kind.PLAN_NOT_FOUND, "find the plan: there is none"));
      case Look.Failed<Plan>(EnsureFault fault) -> new Step.Failed<>(fault);
    };
  }
}
