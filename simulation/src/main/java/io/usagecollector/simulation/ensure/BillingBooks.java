package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.CustomerKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a billing service has stored. Reads may be of a replica, which comes to know a change up to
 * a second after it was made.
 */
final class BillingBooks {
  private static final int MOST_LAG = 1_000;

  private final Calls calls;
  private final Map<CustomerKey, Stored> customers = new HashMap<>();
  private final List<Stored> subscriptions = new ArrayList<>();

  BillingBooks(Calls calls) {
    this.calls = calls;
  }

  /** A row, and since when the replica has it, and has it active. */
  static final class Stored {
    private final String id;
    private final String of;
    private final int number;
    private final long visible;
    private long active;

    private Stored(String id, String of, int number, long visible, long active) {
      this.id = id;
      this.of = of;
      this.number = number;
      this.visible = visible;
      this.active = active;
    }

    String id() {
      return id;
    }

    boolean isActive() {
      return active != Long.MAX_VALUE;
    }
  }

  /** As the replica shows it. */
  record Shown(String id, int number, boolean active) {}

  private long now() {
    return calls.instant().toEpochMilli();
  }

  private long lagged() {
    return now() + calls.random().nextInt(MOST_LAG);
  }

  Optional<String> customer(CustomerKey key) {
    return Optional.ofNullable(customers.get(key))
        .filter(stored -> stored.visible <= now())
        .map(Stored::id);
  }

  /** Nothing if there is one of that key. */
  Optional<String> createCustomer(CustomerKey key) {
    if (customers.containsKey(key)) {
      return Optional.empty();
    }
    String id = "cust_" + customers.size();
    customers.put(key, new Stored(id, "", customers.size(), lagged(), 0));
    return Optional.of(id);
  }

  /** The oldest first. */
  List<Shown> subscriptions(String customerId) {
    long now = now();
    return subscriptions.stream()
        .filter(stored -> stored.of.equals(customerId) && stored.visible <= now)
        .map(stored -> new Shown(stored.id, stored.number, stored.active <= now))
        .sorted(Comparator.comparingInt(Shown::number))
        .toList();
  }

  String createSubscription(String customerId, boolean draft) {
    String id = "subs_" + subscriptions.size();
    subscriptions.add(
        new Stored(
            id, customerId, subscriptions.size(), lagged(), draft ? Long.MAX_VALUE : lagged()));
    return id;
  }

  /** Of one that can have one only: nothing if it has. */
  Optional<String> createOnlySubscription(String customerId) {
    return activeOf(customerId).isEmpty()
        ? Optional.of(createSubscription(customerId, false))
        : Optional.empty();
  }

  void activate(String subscriptionId) {
    for (Stored stored : subscriptions) {
      if (stored.id.equals(subscriptionId) && !stored.isActive()) {
        stored.active = lagged();
      }
    }
  }

  /** In truth, whatever the replica shows. */
  List<String> activeOf(String customerId) {
    return subscriptions.stream()
        .filter(stored -> stored.of.equals(customerId) && stored.isActive())
        .map(Stored::id)
        .toList();
  }

  Map<CustomerKey, Stored> customers() {
    return customers;
  }
}
