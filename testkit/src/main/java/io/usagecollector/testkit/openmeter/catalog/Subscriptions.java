package io.usagecollector.testkit.openmeter.catalog;

import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions: a customer has one at a time. Not thread-safe: its owner holds one lock. */
public final class Subscriptions {
  private static final String SINGLE = "only_single_subscription_allowed_per_customer_at_a_time";

  private final Map<String, Subscription> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> idsByCustomer = new HashMap<>();
  private final Origin origin;
  private boolean billable = true;

  public Subscriptions(Origin origin) {
    this.origin = origin;
  }

  /** Whether the server is set up to bill plans that cost money. */
  public void canBill(boolean able) {
    billable = able;
  }

  /**
   * Makes one.
   *
   * @param start kept to the microsecond, as the database does
   */
  public Subscription create(Customer customer, Plan plan, String name, Instant start) {
    if (customer.isDeleted()) {
      throw new Refused(
          Problem.preconditionFailed(
              "customer is deleted [namespace=default customer.id=%s]".formatted(customer.id())));
    }
    Instant now = origin.now();
    if (plan.isDeleted()) {
      throw new Refused(
          Problem.validation(
              "plan is deleted [namespace=default, key=%s, version=%d, deleted_at=%s]"
                  .formatted(plan.key(), plan.version(), plan.deletedAt())));
    }
    if (plan.status(now) != Plan.Status.ACTIVE) {
      throw new Refused(
          Problem.validation(
              "plan %s@%d is not active at %s".formatted(plan.key(), plan.version(), now)));
    }
    Instant from = start.truncatedTo(ChronoUnit.MICROS);
    if (ofCustomer(customer.id()).stream().anyMatch(other -> other.runsAfter(from))) {
      throw new Refused(
          Problem.blank(409, "Conflict", "")
              .withIssue(SINGLE, "only single subscription is allowed per customer at a time", 2));
    }
    if (!billable && plan.isBillable()) {
      throw new Refused(
          Problem.conflict("invalid billing setup: the customer has no app that invoices"));
    }
    return put(
        new Subscription(
            origin.newId(),
            customer.id(),
            plan.id(),
            plan.key(),
            plan.version(),
            name,
            plan.currency(),
            plan.billingCadence(),
            from,
            null,
            now,
            now));
  }

  public Subscription byId(String id) {
    Subscription subscription = byId.get(id);
    if (subscription == null) {
      throw new Refused(
          Problem.notFound("subscription %s not found in namespace default".formatted(id)));
    }
    return subscription;
  }

  /** In the order they were made. */
  public List<Subscription> all() {
    return List.copyOf(byId.values());
  }

  /** In the order they were made. */
  public List<Subscription> ofCustomer(String customerId) {
    return idsByCustomer.getOrDefault(customerId, List.of()).stream().map(this::byId).toList();
  }

  /** Ends it now, or lets it run on to the end of its month. */
  public Subscription cancel(String id, boolean atOnce) {
    Subscription running = byId(id);
    Instant now = origin.now();
    if (running.activeTo() != null) {
      throw new Refused(Problem.validation("subscription is canceled already"));
    }
    return put(running.ending(atOnce ? now : endOfMonth(running.activeFrom(), now), now));
  }

  /** Keeps one that came from the journal. */
  public void restore(Subscription subscription) {
    if (byId.put(subscription.id(), subscription) == null) {
      idsByCustomer
          .computeIfAbsent(subscription.customerId(), id -> new ArrayList<>())
          .add(subscription.id());
    }
  }

  private Subscription put(Subscription subscription) {
    restore(subscription);
    origin.keep("subscription", subscription);
    return subscription;
  }

  private static Instant endOfMonth(Instant anchor, Instant now) {
    var end = anchor.atOffset(ZoneOffset.UTC);
    for (int months = 1; !end.toInstant().isAfter(now); months++) {
      end = anchor.atOffset(ZoneOffset.UTC).plusMonths(months);
    }
    return end.toInstant();
  }
}
