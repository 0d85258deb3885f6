package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prices of plans: flat amounts per unit in a real currency. A price without a start date starts
 * when it is made, and no line item starts before its price (trap 4).
 */
public final class Prices {
  private final Shelf prices;
  private final Shelf plans;
  private final Features features;
  private final Documents documents;

  public Prices(Shelf prices, Shelf plans, Features features, Documents documents) {
    this.prices = prices;
    this.plans = plans;
    this.features = features;
    this.documents = documents;
  }

  public ObjectNode create(Fields request) {
    validate(request);
    String plan = request.text("entity_id");
    if (plans.get(plan).isEmpty()) {
      throw new Refused(
          ApiProblem.notFound("Plan with ID " + plan + " was not found", Map.of("plan_id", plan)));
    }
    ObjectNode price =
        documents
            .create("price")
            .put("amount", amount(request).toPlainString())
            .put("currency", request.text("currency").toLowerCase(Locale.ROOT));
    for (String field :
        List.of(
            "entity_type",
            "entity_id",
            "type",
            "price_unit_type",
            "billing_period",
            "billing_model",
            "invoice_cadence",
            "meter_id",
            "lookup_key",
            "display_name",
            "description")) {
      price.put(field, request.text(field));
    }
    Instant start = request.time("start_date").orElse(documents.now());
    price
        .put("billing_cadence", "RECURRING")
        .put("billing_period_count", request.integer("billing_period_count", 0))
        .put("start_date", start.toString());
    request.time("end_date").ifPresent(end -> price.put("end_date", end.toString()));
    Documents.putMap(price, "metadata", request.textMap("metadata"));
    return prices.put(price);
  }

  private void validate(Fields request) {
    new Violations("CreatePriceRequest")
        .required("Currency", request.text("currency"))
        .exactly("Currency", request.text("currency"), 3)
        .required("EntityType", request.text("entity_type"))
        .required("EntityID", request.text("entity_id"))
        .required("Type", request.text("type"))
        .required("BillingPeriod", request.text("billing_period"))
        .required("BillingModel", request.text("billing_model"))
        .required("InvoiceCadence", request.text("invoice_cadence"))
        .check();
    if (request.integer("billing_period_count", 0) < 1) {
      throw new Refused(
          ApiProblem.validation(
              "Billing period count must be greater than 0",
              Map.of(
                  "billing_period_count",
                  Integer.toString(request.integer("billing_period_count", 0)))));
    }
    requireKnown(request, "entity_type", "PLAN");
    requireKnown(request, "billing_model", "FLAT_FEE");
    requireKnown(request, "price_unit_type", "FIAT");
    if (request.text("type").equals("USAGE")) {
      requireMeter(request.text("meter_id"));
    }
  }

  private static void requireKnown(Fields request, String field, String value) {
    String given = request.text(field);
    if (!given.isEmpty() && !given.equals(value)) {
      throw new Refused(ApiProblem.notImplemented("prices whose " + field + " is " + given));
    }
  }

  private void requireMeter(String meterId) {
    if (meterId.isEmpty()) {
      throw new Refused(
          ApiProblem.validation("Please select a metered feature to set up usage pricing"));
    }
    features.meter(meterId);
  }

  private static BigDecimal amount(Fields request) {
    Optional<BigDecimal> amount = request.decimal("amount");
    return amount.orElseThrow(() ->
        new Refused(
            ApiProblem.validation(
                "Amount is required to set up flat fee pricing with fiat pricing units")));
  }

  public ObjectNode get(String id) {
    return prices
        .get(id)
        .orElseThrow(() ->
            new Refused(
                ApiProblem.notFound(
                    "Price with ID " + id + " was not found", Map.of("price_id", id))));
  }

  List<ObjectNode> ofPlan(String planId) {
    return prices.published(planId).toList();
  }

  /** Published prices; an empty plan asks for all. */
  public ObjectNode list(List<String> planIds, Page page) {
    return page.of(
        prices
            .published()
            .filter(
                price -> planIds.isEmpty() || planIds.contains(price.path("entity_id").asText()))
            .toList()
            .reversed());
  }
}
