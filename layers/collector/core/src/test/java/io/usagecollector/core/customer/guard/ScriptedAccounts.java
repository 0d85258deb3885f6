package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A service that answers as it is told, and else has everything already. Writes down each call. */
final class ScriptedAccounts implements BillingAccounts {
  final List<String> calls = new ArrayList<>();
  final List<EnsureRequest> requests = new ArrayList<>();
  final List<Duration> times = new ArrayList<>();
  final Deque<Supplier<Step<BillingCustomer>>> customers = new ArrayDeque<>();
  final Deque<Supplier<Step<BillingSubscription>>> subscriptions = new ArrayDeque<>();
  boolean guardsSubscriptions = true;

  static <T> Supplier<Step<T>> failing(EnsureFault.Kind kind) {
    return () -> new Step.Failed<>(new EnsureFault(kind, "as told"));
  }

  static <T> Supplier<Step<T>> failing(EnsureFault.Kind kind, Duration retryAfter) {
    return () -> new Step.Failed<>(new EnsureFault(kind, "as told", Optional.of(retryAfter)));
  }

  static <T> Supplier<Step<T>> gone() {
    return Step.CustomerGone::new;
  }

  static Step<BillingCustomer> customer(EnsureRequest request, boolean created) {
    return new Step.Done<>(
        new BillingCustomer(request.key(), "cust_" + request.key().value()), created);
  }

  static Step<BillingSubscription> subscription(String id, boolean created) {
    return new Step.Done<>(new BillingSubscription(id, "pro", "active", Optional.empty()), created);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean guardsSubscriptions() {
    return guardsSubscriptions;
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    calls.add("customer");
    requests.add(request);
    times.add(deadline.left());
    return customers.isEmpty() ? customer(request, false) : customers.poll().get();
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    calls.add("subscription of " + customer.id());
    requests.add(request);
    times.add(deadline.left());
    return subscriptions.isEmpty() ? subscription("subs_1", false) : subscriptions.poll().get();
  }

  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    return Optional.empty();
  }

  @Override
  public void renewCredentials() {
    calls.add("renew");
  }
}
