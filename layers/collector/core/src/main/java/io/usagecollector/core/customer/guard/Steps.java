package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.Ensured.Created;
import java.util.Optional;
import java.util.function.Supplier;

/** The way to a customer who is ready: the customer, then their subscription. Thread-safe. */
final class Steps {
  /** Of a customer that is gone when its subscription is asked for, and once more. */
  private static final int MOST_ROUNDS = 2;

  private final BillingAccounts accounts;
  private final Credentials credentials;
  private final EnsureScope scope;

  Steps(BillingAccounts accounts, Credentials credentials, EnsureScope scope) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.scope = scope;
  }

  /** Where the steps ended. */
  sealed interface End {
    /** What was wanted is there. */
    record There(Ensured ensured) implements End {}

    /** It is not known to be there. */
    record Failed(EnsureFault fault) implements End {}

    /** Another is at it. */
    record Lost() implements End {}
  }

  /**
   * Takes them.
   *
   * @param known the customer, where an earlier call has come so far
   */
  End take(EnsureRequest request, Optional<BillingCustomer> known, Progress progress) {
    Optional<BillingCustomer> there = known;
    boolean created = false;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (there.isEmpty()) {
        switch (customer(request, progress.deadline())) {
          case Step.Failed<BillingCustomer>(EnsureFault fault) -> {
            return new End.Failed(fault);
          }
          case Step.CustomerGone<BillingCustomer> _ -> {
            continue;
          }
          case Step.Done<BillingCustomer>(BillingCustomer customer, boolean made) -> {
            there = Optional.of(customer);
            created |= made;
          }
        }
        if (scope == EnsureScope.SUBSCRIPTION && !progress.customerIsThere(there.get())) {
          return new End.Lost();
        }
      }
      BillingCustomer customer = there.get();
      if (scope == EnsureScope.CUSTOMER) {
        return there(customer, Optional.empty(), created, false);
      }
      switch (subscription(customer, request, progress.deadline())) {
        case Step.Failed<BillingSubscription>(EnsureFault fault) -> {
          return new End.Failed(fault);
        }
        case Step.Done<BillingSubscription>(BillingSubscription subscription, boolean made) -> {
          return there(customer, Optional.of(subscription), created, made);
        }
        case Step.CustomerGone<BillingSubscription> _ -> {
          there = Optional.empty();
          if (!progress.customerIsGone()) {
            return new End.Lost();
          }
        }
      }
    }
    return new End.Failed(
        new EnsureFault(Kind.CUSTOMER_GONE, "the customer was deleted while it was ensured"));
  }

  private Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    return inTime(deadline, () -> accounts.customer(request, deadline));
  }

  private Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return inTime(deadline, () -> accounts.subscription(customer, request, deadline));
  }

  private <T> Step<T> inTime(Deadline deadline, Supplier<Step<T>> call) {
    return deadline.isOver()
        ? new Step.Failed<>(new EnsureFault(Kind.BUSY, "the time was up before it was asked for"))
        : credentials.ask(call);
  }

  private static End there(
      BillingCustomer customer,
      Optional<BillingSubscription> subscription,
      boolean createdCustomer,
      boolean createdSubscription) {
    return new End.There(
        new Ensured(customer, subscription, new Created(createdCustomer, createdSubscription)));
  }
}
