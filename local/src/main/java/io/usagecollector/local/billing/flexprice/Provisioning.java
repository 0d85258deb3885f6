package io.usagecollector.local.billing.flexprice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.usagecollector.local.billing.Attempts;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes at the service what events need to be billed, each thing once. What was interrupted is gone
 * on with where it stopped. Of one thread.
 */
final class Provisioning {
  private final FlexpriceClient client;
  private final Meters meters;
  private final Map<String, String> plans = new HashMap<>();
  private final Map<String, String> unfinished = new HashMap<>();
  private final Set<Measure> priced = new HashSet<>();
  private final Set<String> subscribed = new HashSet<>();
  private final Attempts attempts;

  Provisioning(FlexpriceClient client, Meters meters, Attempts attempts) {
    this.client = client;
    this.meters = meters;
    this.attempts = attempts;
  }

  /** Makes meters, a plan an event name, customers and subscriptions, where they are missing. */
  void provide(Collection<Measure> measures, Collection<BillableEvent> events) {
    for (BillableEvent event : events) {
      String name = name(event.name());
      String customer = customer(event.customer());
      attempts.make(name, () -> plans.computeIfAbsent(event.name(), n -> plan(n, measures)));
      String plan = plans.get(event.name());
      String subscription = customer + name;
      if (plan != null && !subscribed.contains(subscription)) {
        attempts.make(customer, () -> subscribe(event.customer(), plan));
        subscribed.add(subscription);
      }
    }
  }

  private static String name(String eventName) {
    return "event " + eventName;
  }

  private static String customer(String id) {
    return "customer " + id + "\n";
  }

  /** Why the service cannot take this customer or this event name, if it was asked and cannot. */
  Optional<String> notTaken(String customer, String eventName) {
    return attempts.notTaken(customer(customer)).or(() -> attempts.notTaken(name(eventName)));
  }

  private String plan(String eventName, Collection<Measure> measures) {
    String key = "usage-collector " + eventName;
    Optional<String> there = client.findPlan(key);
    if (there.isPresent() && !unfinished.containsKey(eventName)) {
      return there.get();
    }
    // Noted before it is asked for: the answer may be lost, and the plan be there without prices.
    unfinished.put(eventName, key);
    String plan = there.orElseGet(() -> client.createPlan(key, key));
    measures.stream()
        .filter(measure -> measure.eventName().equals(eventName) && !priced.contains(measure))
        .forEach(measure -> price(plan, measure));
    unfinished.remove(eventName);
    return plan;
  }

  private void price(String plan, Measure measure) {
    MeterHandle meter = meters.of(measure).orElseGet(() -> meters.make(measure));
    client.createUnitPrice(plan, meter.id(), measure.price(), Measure.CURRENCY);
    priced.add(measure);
  }

  /** A second subscription would bill everything twice, so it is looked for first. */
  private void subscribe(String customer, String plan) {
    client.ensureCustomer(customer);
    var search =
        JsonNodeFactory.instance
            .objectNode()
            .put("external_customer_id", customer)
            .put("plan_id", plan);
    if (meters
        .json("POST", "/v1/subscriptions/search", search.toString())
        .path("items")
        .isEmpty()) {
      client.subscribe(customer, plan, Measure.CURRENCY);
    }
  }
}
