package io.usagecollector.testkit.flexprice.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.client.BillingProblem;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sets up billing and reads the bill, over public endpoints only. Every method throws {@link
 * BillingProblem} when the server refuses or does not answer. Thread-safe.
 */
public final class FlexpriceClient implements AutoCloseable {
  /** Early enough for every event of a test or a demonstration to be billed. */
  public static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Access access;
  private final HttpCalls calls;

  public FlexpriceClient(Access access, SSLContext tls) {
    this.access = access;
    this.calls = access.calls(tls);
  }

  public Access access() {
    return access;
  }

  /** The same connection, for requests this class has no method for. */
  public HttpCalls calls() {
    return calls;
  }

  /** Makes a metered feature and its meter. */
  public MeterHandle createMeter(MeterHandle.Draft draft) {
    ObjectNode request =
        MAPPER
            .createObjectNode()
            .put("name", draft.name())
            .put("type", "metered")
            .put("lookup_key", draft.name());
    ObjectNode meter =
        request
            .putObject("meter")
            .put("name", draft.name())
            .put("event_name", draft.eventName())
            .put("reset_usage", "BILLING_PERIOD");
    ObjectNode aggregation = meter.putObject("aggregation").put("type", draft.aggregation());
    draft.field().ifPresent(field -> aggregation.put("field", field));
    ArrayNode filters = meter.putArray("filters");
    draft
        .filters()
        .forEach((key, values) -> {
          ArrayNode allowed = filters.addObject().put("key", key).putArray("values");
          values.forEach(allowed::add);
        });
    JsonNode feature = post("/v1/features", request, 201);
    return new MeterHandle(feature.path("meter_id").asText(), draft);
  }

  /** Makes a plan; the id. */
  public String createPlan(String name, String lookupKey) {
    ObjectNode request = MAPPER.createObjectNode().put("name", name).put("lookup_key", lookupKey);
    return post("/v1/plans", request, 201).path("id").asText();
  }

  /** The plan with this lookup key. */
  public Optional<String> findPlan(String lookupKey) {
    JsonNode plans = get("/v1/plans?lookup_key=" + encoded(lookupKey)).path("items");
    return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(0).path("id").asText());
  }

  /**
   * Makes a monthly price per unit of a meter, in force since {@link #BEGINNING}; the id. Without a
   * start of its own a price starts when it is made, and earlier events are never billed.
   */
  public String createUnitPrice(String planId, String meterId, BigDecimal amount, String currency) {
    ObjectNode request =
        MAPPER
            .createObjectNode()
            .put("entity_type", "PLAN")
            .put("entity_id", planId)
            .put("type", "USAGE")
            .put("billing_model", "FLAT_FEE")
            .put("billing_period", "MONTHLY")
            .put("billing_period_count", 1)
            .put("invoice_cadence", "ARREAR")
            .put("price_unit_type", "FIAT")
            .put("amount", amount.toPlainString())
            .put("currency", currency)
            .put("meter_id", meterId)
            .put("start_date", BEGINNING.toString());
    return post("/v1/prices", request, 201).path("id").asText();
  }

  /** Makes a customer, or leaves the one there is. */
  public void ensureCustomer(String externalId) {
    ObjectNode request =
        MAPPER.createObjectNode().put("external_id", externalId).put("name", externalId);
    HttpAnswer answer = send("POST", "/v1/customers", request);
    if (answer.status() != 201 && answer.status() != 409) {
      throw new BillingProblem("POST /v1/customers", answer);
    }
  }

  /**
   * Subscribes a customer from {@link #BEGINNING} on; the id. Nothing keeps a second call from
   * making a second subscription that bills too.
   *
   * @throws BillingProblem also when a line item starts later than asked: its events before that
   *     would never be billed
   */
  public String subscribe(String externalCustomerId, String planId, String currency) {
    ObjectNode request =
        MAPPER
            .createObjectNode()
            .put("external_customer_id", externalCustomerId)
            .put("plan_id", planId)
            .put("currency", currency)
            .put("billing_period", "MONTHLY")
            .put("billing_period_count", 1)
            .put("billing_cycle", "anniversary")
            .put("start_date", BEGINNING.toString());
    JsonNode subscription = post("/v1/subscriptions", request, 201);
    requireEarlyStart(subscription);
    return subscription.path("id").asText();
  }

  private static void requireEarlyStart(JsonNode subscription) {
    for (JsonNode item : subscription.path("line_items")) {
      Instant start = Instant.parse(item.path("start_date").asText());
      if (start.isAfter(BEGINNING)) {
        throw new BillingProblem(
            "POST /v1/subscriptions",
            "a line item starts at %s, not at %s: give its price an earlier start_date"
                .formatted(start, BEGINNING));
      }
    }
  }

  /** The ids of the customer's active and trialing subscriptions. */
  public List<String> subscriptions(String externalCustomerId) {
    List<String> ids = new ArrayList<>();
    get("/v1/customers/external/" + encoded(externalCustomerId) + "/subscriptions")
        .path("items")
        .forEach(subscription -> ids.add(subscription.path("id").asText()));
    return ids;
  }

  /** What an invoice would count for a customer on a meter in [start, end). */
  public MeterUsage usage(
      String externalCustomerId, MeterHandle meter, Instant start, Instant end) {
    ObjectNode request =
        MAPPER
            .createObjectNode()
            .put("external_customer_id", externalCustomerId)
            .put("meter_id", meter.id())
            .put("aggregation_type", meter.draft().aggregation())
            .put("start_time", start.toString())
            .put("end_time", end.toString());
    JsonNode usage = post("/v1/meter-usage/query", request, 200);
    return new MeterUsage(
        new BigDecimal(usage.path("total_value").asText()), usage.path("event_count").asLong());
  }

  @Override
  public void close() {
    calls.close();
  }

  private JsonNode get(String path) {
    try {
      return calls.get(path).expect(200, "GET " + path);
    } catch (IOException e) {
      throw new BillingProblem("GET " + path, e);
    }
  }

  private JsonNode post(String path, JsonNode request, int status) {
    return send("POST", path, request).expect(status, "POST " + path);
  }

  private HttpAnswer send(String method, String path, JsonNode request) {
    try {
      byte[] body = MAPPER.writeValueAsBytes(request);
      return calls.send(method, path, body, calls.headers());
    } catch (IOException e) {
      throw new BillingProblem(method + " " + path, e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
