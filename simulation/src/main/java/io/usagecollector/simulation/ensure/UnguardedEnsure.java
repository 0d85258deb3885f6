package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Ensuring with the guard removed: what it is there for shows. */
record UnguardedEnsure(BillingAccounts accounts) implements EnsureService {
  @Override
  public EnsureAnswer ensure(EnsureRequest request, Deadline deadline) {
    return switch (accounts.customer(request, deadline)) {
      case Step.Done<BillingCustomer>(BillingCustomer customer, boolean _) ->
          subscribed(customer, request, deadline);
      case Step.Failed<BillingCustomer>(EnsureFault fault) -> new EnsureAnswer.Failed(fault);
      case Step.CustomerGone<BillingCustomer> _ -> gone();
    };
  }

  private EnsureAnswer subscribed(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return switch (accounts.subscription(customer, request, deadline)) {
      case Step.Done<BillingSubscription>(BillingSubscription subscription, boolean _) ->
          new EnsureAnswer.Ready(
              new Ensured(customer, Optional.of(subscription), Ensured.Created.NOTHING));
      case Step.Failed<BillingSubscription>(EnsureFault fault) -> new EnsureAnswer.Failed(fault);
      case Step.CustomerGone<BillingSubscription> _ -> gone();
    };
  }

  private static EnsureAnswer gone() {
    return new EnsureAnswer.Failed(new EnsureFault(Kind.CUSTOMER_GONE, "gone"));
  }

  @Override
  public Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline) {
    return Map.of();
  }
}
