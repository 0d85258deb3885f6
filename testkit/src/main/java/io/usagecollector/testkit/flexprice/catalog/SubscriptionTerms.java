package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a subscription agrees to: plan, currency, period, dates, and a line item per price. */
public final class SubscriptionTerms {
  private final Plans plans;
  private final Prices prices;
  private final Documents documents;

  public SubscriptionTerms(Plans plans, Prices prices, Documents documents) {
    this.plans = plans;
    this.prices = prices;
    this.documents = documents;
  }

  void validate(Fields request) {
    new Violations("CreateSubscriptionRequest")
        .required("PlanID", request.text("plan_id"))
        .required("Currency", request.text("currency"))
        .exactly("Currency", request.text("currency"), 3)
        .required("BillingPeriod", request.text("billing_period"))
        .check();
    if (request.text("customer_id").isEmpty() && request.text("external_customer_id").isEmpty()) {
      throw new Refused(
          ApiProblem.validation("Please provide either customer_id or external_customer_id"));
    }
    period(request.text("billing_period"));
  }

  void write(ObjectNode subscription, Fields request) {
    ObjectNode plan = plans.require(request.text("plan_id"));
    if (!plan.path("status").asText().equals("published")) {
      throw new Refused(ApiProblem.validation("The plan must be active to create a subscription"));
    }
    String cycle = request.text("billing_cycle");
    subscription
        .put("plan_id", plan.path("id").asText())
        .put("subscription_status", status(request))
        .put("currency", request.text("currency").toLowerCase(Locale.ROOT))
        .put("billing_cycle", cycle.isEmpty() ? "anniversary" : cycle)
        .put("billing_cadence", "RECURRING")
        .put("billing_period", request.text("billing_period"))
        .put("billing_period_count", Math.max(1, request.integer("billing_period_count", 1)))
        .put("version", 1)
        .put("subscription_type", "standalone")
        .put("collection_method", "charge_automatically")
        .put("payment_behavior", "default_active");
    Documents.putMap(subscription, "metadata", request.textMap("metadata"));
    addLineItems(subscription);
    restart(
        subscription,
        request.time("start_date").orElse(documents.now()).truncatedTo(ChronoUnit.MILLIS));
  }

  private static String status(Fields request) {
    String status = request.text("subscription_status");
    return status.isEmpty() ? "active" : status;
  }

  private void addLineItems(ObjectNode subscription) {
    ArrayNode items = subscription.putArray("line_items");
    for (ObjectNode price : matchingPrices(subscription)) {
      items
          .addObject()
          .put("id", documents.newId("subs_line"))
          .put("subscription_id", subscription.path("id").asText())
          .put("customer_id", subscription.path("customer_id").asText())
          .put("entity_id", subscription.path("plan_id").asText())
          .put("entity_type", "plan")
          .put("price_id", price.path("id").asText())
          .put("price_type", price.path("type").asText())
          .put("meter_id", price.path("meter_id").asText())
          .put("quantity", "0")
          .put("currency", subscription.path("currency").asText())
          .put("billing_period", subscription.path("billing_period").asText())
          .put("invoice_cadence", price.path("invoice_cadence").asText())
          .put("status", "published");
    }
  }

  /** A price of another period is no price at all; one of another currency does not match. */
  private List<ObjectNode> matchingPrices(ObjectNode subscription) {
    String plan = subscription.path("plan_id").asText();
    String period = subscription.path("billing_period").asText();
    List<ObjectNode> ofPeriod =
        prices.ofPlan(plan).stream()
            .filter(this::isInForce)
            .filter(price -> List.of(period, "ONETIME").contains(text(price, "billing_period")))
            .toList();
    if (ofPeriod.isEmpty()) {
      throw new Refused(
          unpriced("The entity must have at least one price to create a subscription", plan));
    }
    List<ObjectNode> matching =
        ofPeriod.stream()
            .filter(price ->
                text(price, "currency").equalsIgnoreCase(subscription.path("currency").asText()))
            .toList();
    if (matching.isEmpty()) {
      throw new Refused(unpriced("No prices match the subscription criteria", plan));
    }
    return matching;
  }

  private boolean isInForce(ObjectNode price) {
    return !price.has("end_date")
        || Instant.parse(text(price, "end_date")).isAfter(documents.now());
  }

  /** What lists show of a subscription's plan. */
  Optional<ObjectNode> plan(ObjectNode subscription) {
    return plans.published(text(subscription, "plan_id"));
  }

  private static ApiProblem unpriced(String message, String plan) {
    return ApiProblem.validation(message, Map.of("entity_id", plan, "entity_type", "PLAN"));
  }

  /** Sets every date that follows from the start. A line item starts no earlier than its price. */
  void restart(ObjectNode subscription, Instant start) {
    BillingPeriod period = period(subscription.path("billing_period").asText());
    boolean calendar = subscription.path("billing_cycle").asText().equals("calendar");
    Instant end =
        calendar
            ? period.boundary(start)
            : period.anniversary(start, subscription.path("billing_period_count").asInt());
    subscription
        .put("start_date", start.toString())
        .put("billing_anchor", (calendar ? end : start).toString())
        .put("current_period_start", start.toString())
        .put("current_period_end", end.toString());
    for (JsonNode item : subscription.path("line_items")) {
      Instant priced = Instant.parse(text(prices.get(text(item, "price_id")), "start_date"));
      ((ObjectNode) item).put("start_date", (priced.isAfter(start) ? priced : start).toString());
    }
  }

  private static BillingPeriod period(String name) {
    return BillingPeriod.named(name)
        .orElseThrow(() -> new Refused(ApiProblem.validation("Invalid billing period")));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
