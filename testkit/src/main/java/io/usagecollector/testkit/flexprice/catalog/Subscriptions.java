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
    ObjectNode subscription =
        documents
            .create("subs")
            .put("customer_id", customer.path("id").asText())
            .put("lookup_key", request.text("lookup_key"));
    terms.write(subscription, request);
    shelf.put(subscription);
    return withRelations(subscription);
  }

  public ObjectNode get(String id) {
    return withRelations(require(id));
  }

  public ObjectNode require(String id) {
    return shelf
        .get(id)
        .orElseThrow(() -> new Refused(ApiProblem.notFound("Subscription not found", Map.of())));
  }

  public ObjectNode activate(String id, Fields request) {
    Instant start =
        request
            .time("start_date")
            .orElseThrow(() ->
                new Refused(
                    Violations.of("ActivateDraftSubscriptionRequest", "StartDate", "required")));
    ObjectNode subscription = require(id);
    String status = subscription.path("subscription_status").asText();
    if (!status.equals("draft")) {
      throw new Refused(
          ApiProblem.validation(
              "Only draft subscriptions can be activated",
              Map.of("subscription_id", id, "current_status", status)));
    }
    ObjectNode activated = documents.changed(subscription).put("subscription_status", "active");
    terms.restart(activated, start);
    shelf.put(activated);
    return withRelations(activated);
  }

  public ObjectNode cancel(String id, Fields request) {
    String type = request.text("cancellation_type");
    if (!type.equals("immediate")) {
      throw new Refused(ApiProblem.notImplemented("the cancellation type '" + type + "'"));
    }
    ObjectNode subscription = require(id);
    String status = subscription.path("subscription_status").asText();
    if (status.equals("draft")) {
      throw new Refused(
          ApiProblem.validation("Draft subscriptions must be activated before cancellation."));
    }
    if (status.equals("cancelled")) {
      throw new Refused(
          ApiProblem.validation(
              "The subscription is already cancelled", Map.of("subscription_id", id)));
    }
    String now = documents.now().toString();
    ObjectNode cancelled =
        documents
            .changed(subscription)
            .put("subscription_status", "cancelled")
            .put("cancelled_at", now)
            .put("cancel_at", now);
    cancelled.path("line_items").forEach(item -> ((ObjectNode) item).put("end_date", now));
    shelf.put(cancelled);
    return cancellation(id, now);
  }

  private static ObjectNode cancellation(String id, String now) {
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("subscription_id", id)
            .put("cancellation_type", "immediate")
            .put("effective_date", now)
            .put("status", "cancelled");
    answer.putArray("proration_details");
    return answer
        .put("total_credit_amount", "0")
        .put("message", "Subscription cancelled immediately")
        .put("processed_at", now);
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
                .map(found -> listed(found, wanted.lineItems()))
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

  private static ObjectNode withRelations(ObjectNode subscription) {
    ObjectNode answer = subscription.deepCopy();
    answer.putNull("plan");
    answer.putNull("customer");
    return answer;
  }
}
