package io.usagecollector.aws.dynamodb;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that keeps one customer of a key and makes as many subscriptions as are asked for.
 * Between looking and making there is time for others. The first caller who comes to each seventh
 * customer dies once, before or after something was made.
 */
final class LookThenCreateAccounts implements BillingAccounts {
  /** The caller is gone. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super(null, null, false, false);
    }
  }

  private static final int CRASHES = 7;

  final Map<CustomerKey, String> customers = new ConcurrentHashMap<>();
  final Map<String, List<String>> subscriptions = new ConcurrentHashMap<>();
  private final Runnable meanwhile;
  private final Set<String> crashed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ids = new AtomicInteger();

  /**
   * @param meanwhile what takes time
   */
  LookThenCreateAccounts(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean guardsSubscriptions() {
    return false;
  }

  private void crashOnce(CustomerKey key, int moment) {
    int number = Math.floorMod(key.value().hashCode(), 4 * CRASHES);
    if (number == moment * CRASHES && crashed.add(key.value())) {
      throw new Crash();
    }
  }

  int crashes() {
    return crashed.size();
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    crashOnce(request.key(), 0);
    boolean created = customers.putIfAbsent(request.key(), "c" + ids.incrementAndGet()) == null;
    crashOnce(request.key(), 1);
    return new Step.Done<>(
        new BillingCustomer(request.key(), customers.getOrDefault(request.key(), "")), created);
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    List<String> theirs =
        subscriptions.computeIfAbsent(customer.id(), any -> new CopyOnWriteArrayList<>());
    if (!theirs.isEmpty()) {
      return done(theirs.getFirst(), false);
    }
    crashOnce(request.key(), 2);
    meanwhile.run();
    String id = "s" + ids.incrementAndGet();
    theirs.add(id);
    crashOnce(request.key(), 3);
    return done(id, true);
  }

  private static Step<BillingSubscription> done(String id, boolean created) {
    return new Step.Done<>(new BillingSubscription(id, "pro", "active", Optional.empty()), created);
  }

  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    return Optional.empty();
  }

  @Override
  public void renewCredentials() {}
}
