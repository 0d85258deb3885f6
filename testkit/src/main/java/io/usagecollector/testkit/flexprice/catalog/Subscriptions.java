package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Subscriptions: nothing about them is unique, so two creates make two that both bill (trap 5). */
public final class Subscriptions {
  private static final Set<String> BILLING = Set.of("active", "trialing");

  private final Shelf shelf;
  private final Customers customers;
  private final SubscriptionTerms terms;
  private final Documents documents;

  public Subscriptions(
      Shelf shelf, Customers customers, SubscriptionTerms terms, Documents documents) {
    this.shelf = shelf;
    this.customers = customers;
    this.terms = terms;
    this.documents = documents;
  }

  public ObjectNode create(Fields request) {
    terms.validate(request);
    String customerId = request.text("customer_id");
    ObjectNode customer =
        customerId.isEmpty()
            ? customers.lookUp(request.text("external_customer_id"))
            : customers.get(customerId);
    requirePublished(customer);
    ObjectNode subscription =
        documents
            .create("subs")
            .put("customer_id", customer.path("id").asText())
            .put("lookup_key", request.text("lookup_key"));
    terms.write(subscription, request);
    shelf.put(subscription);
    return withRelations(subscription);
  }

  private static void requirePublished(ObjectNode customer) {
    String status = customer.path("status").asText();
    if (!status.equals("published")) {
      throw new Refused(
          ApiProblem.validation(
              "The customer must be active to create a subscription",
              Map.of("customer_id", customer.path("id").asText(), "status", status)));
    }
  }

  public ObjectNode get(String id) {
    return withRelations(require(id));
  }

  public ObjectNode require(String id) {
    return shelf
        .get(id)
        .orElseThrow(() -> new Refused(ApiProblem.notFound("Subscription not found", Map.of())));
  }

  /** Active and trialing subscriptions of a customer, in that route's own odd shape. */
  public ObjectNode ofCustomer(String externalId, boolean lineItems) {
    String customer = customers.lookUpForSearch(externalId).path("id").asText();
    List<ObjectNode> billing = billing(customer).map(found -> listed(found, lineItems)).toList();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    if (billing.isEmpty()) {
      answer.putNull("items");
    } else {
      billing.reversed().forEach(answer.putArray("items")::add);
    }
    answer.putObject("pagination").put("total", 0).put("limit", 0).put("offset", 0);
    return answer;
  }

  public ObjectNode search(Fields filter) {
    SubscriptionFilter wanted = SubscriptionFilter.of(filter, customers);
    return new Page(filter.integer("limit", 0), filter.integer("offset", 0))
        .of(
            shelf
                .published()
                .filter(wanted::accepts)
                .map(found -> withPlan(listed(found, wanted.lineItems())))
                .toList()
                .reversed());
  }

  /** Active and trialing subscriptions of a customer's internal id. */
  Stream<ObjectNode> billing(String customerId) {
    return shelf
        .published(customerId)
        .filter(
            subscription -> BILLING.contains(subscription.path("subscription_status").asText()));
  }

  /** Whether the customer exists and has an active subscription with this meter. */
  public boolean bills(String externalCustomerId, String meterId) {
    return customers.find(externalCustomerId).stream()
        .flatMap(customer -> billing(customer.path("id").asText()))
        .flatMap(Subscriptions::lineItems)
        .anyMatch(item -> item.path("meter_id").asText().equals(meterId));
  }

  /** The line items of a customer's billing subscriptions that count this meter at this time. */
  public List<JsonNode> lineItemsAt(String customerId, String meterId, Instant time) {
    return billing(customerId)
        .flatMap(Subscriptions::lineItems)
        .filter(item -> item.path("meter_id").asText().equals(meterId))
        .filter(item -> !Instant.parse(item.path("start_date").asText()).isAfter(time))
        .toList();
  }

  public boolean anyUncancelled(String customerId) {
    return shelf
        .published(customerId)
        .anyMatch(
            subscription -> !subscription.path("subscription_status").asText().equals("cancelled"));
  }

  /** Whether any subscription is on the plan. */
  public boolean anyUncancelledOf(String planId) {
    return shelf
        .published()
        .filter(found -> found.path("plan_id").asText().equals(planId))
        .anyMatch(found -> !found.path("subscription_status").asText().equals("cancelled"));
  }

  private static Stream<JsonNode> lineItems(ObjectNode subscription) {
    return subscription.path("line_items").valueStream();
  }

  private static ObjectNode listed(ObjectNode subscription, boolean lineItems) {
    ObjectNode answer = withRelations(subscription);
    if (!lineItems) {
      answer.remove("line_items");
    }
    return answer;
  }

  private ObjectNode withPlan(ObjectNode listed) {
    terms.plan(listed).ifPresent(plan -> listed.set("plan", plan));
    return listed;
  }

  static ObjectNode withRelations(ObjectNode subscription) {
    ObjectNode answer = subscription.deepCopy();
    answer.putNull("plan");
    answer.putNull("customer");
    return answer;
  }
}
