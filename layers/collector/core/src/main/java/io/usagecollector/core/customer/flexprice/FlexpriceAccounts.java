package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.Sleeper;
import io.usagecollector.core.customer.provision.Outcome;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Customers and subscriptions at Flexprice. Thread-safe. */
public final class FlexpriceAccounts implements BillingAccounts {
  private static final EnsureFault NO_PLAN =
      new EnsureFault(Kind.PLAN_NOT_FOUND, "find the plan: none is named, set ENSURE_PLAN");

  private final FlexpriceCalls calls;
  private final FlexpriceCustomers customers;
  private final Optional<FlexpricePlans> plans;
  private final Optional<FlexpriceSubscriptions> subscriptions;
  private final InstantSource clock;

  /**
   * @param api with a key that may write customers and subscriptions, which the one that events are
   *     sent with need not
   * @param plan of who has no subscription; without one only customers are ensured
   * @param sleeper waits for the replica that Flexprice's reads go to
   * @param random thread-safe
   */
  public FlexpriceAccounts(
      FlexpriceApi api,
      Optional<DefaultPlan> plan,
      Pace pace,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random) {
    this.calls = new FlexpriceCalls(api, clock, pace.request());
    this.clock = clock;
    var waiting = new Waiting(sleeper, random, pace.lag());
    this.customers = new FlexpriceCustomers(calls, waiting, plan.isEmpty());
    var subscribing = new SubscriptionCalls(calls);
    var strays = new FlexpriceStrays(subscribing, clock);
    this.plans = plan.map(wanted -> new FlexpricePlans(calls, wanted, clock));
    this.subscriptions =
        plans.map(known -> new FlexpriceSubscriptions(subscribing, known, strays, waiting, clock));
  }

  @Override
  public String name() {
    return "flexprice";
  }

  @Override
  public boolean guardsSubscriptions() {
    return false;
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    return customers.ensure(request, deadline);
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return subscriptions
        .map(ensuring -> ensuring.ensure(customer, request, deadline))
        .orElseGet(() -> new Step.Failed<>(NO_PLAN));
  }

  /** Looks for the plan, as far as there is one to look for. */
  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    Deadline deadline = Deadline.in(timeout, clock);
    return plans
        .map(known -> fault(known.ask(deadline)))
        .orElseGet(() -> fault(calls.get("look at a plan", "/v1/plans?limit=1", deadline)));
  }

  private static Optional<EnsureFault> fault(Look<?> look) {
    return look instanceof Look.Failed<?>(EnsureFault fault)
        ? Optional.of(fault)
        : Optional.empty();
  }

  private static Optional<EnsureFault> fault(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Failed(EnsureFault fault) -> Optional.of(fault);
      case Outcome.Absent _, Outcome.Exists _, Outcome.Gone _ ->
          Optional.of(new EnsureFault(Kind.MISCONFIGURED, "look at a plan: no such call"));
    };
  }

  @Override
  public void renewCredentials() {
    calls.renewKey();
  }
}
