package io.usagecollector.testkit.openmeter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.client.BillingProblem;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.store.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sets up billing and reads meters and events. Every method throws {@link BillingProblem} when the
 * server refuses or does not answer. Thread-safe.
 */
public final class OpenMeterClient implements AutoCloseable {
  private final HttpCalls calls;

  public OpenMeterClient(OpenMeterAccess access, SSLContext tls) {
    this.calls = access.calls(tls);
  }

  public MeterHandle createMeter(MeterHandle.Draft draft) {
    ObjectNode request =
        Json.MAPPER
            .createObjectNode()
            .put("name", draft.key())
            .put("key", draft.key())
            .put("event_type", draft.eventType())
            .put("aggregation", draft.field().isPresent() ? "sum" : "count");
    draft.field().ifPresent(field -> request.put("value_property", "$." + field));
    return new MeterHandle(post("/meters", request, 201).path("id").asText(), draft);
  }

  /** The id of the meter with this key. */
  public Optional<String> findMeter(String key) {
    return first(get("/meters?" + filter("key", key)), key).map(m -> m.path("id").asText());
  }

  public void deleteMeter(String id) {
    delete("/meters/" + id);
  }

  /** Makes the next version of a plan that costs nothing, as a draft. */
  public PlanHandle draftPlan(String key) {
    ObjectNode request =
        Json.MAPPER
            .createObjectNode()
            .put("name", key)
            .put("key", key)
            .put("currency", "USD")
            .put("billing_cadence", "P1M");
    ObjectNode phase =
        request.putArray("phases").addObject().put("name", "default").put("key", "default");
    ObjectNode card =
        phase.putArray("rate_cards").addObject().put("name", "free").put("key", "free");
    card.putObject("price").put("type", "free");
    return plan(post("/plans", request, 201));
  }

  /** Makes a draft the active version. */
  public PlanHandle publishPlan(String id) {
    return plan(post("/plans/" + id + "/publish", Json.MAPPER.createObjectNode(), 200));
  }

  public PlanHandle archivePlan(String id) {
    return plan(post("/plans/" + id + "/archive", Json.MAPPER.createObjectNode(), 200));
  }

  /** The active version of a plan. */
  public Optional<PlanHandle> activePlan(String key) {
    return first(get("/plans?" + filter("key", key) + "&" + filter("status", "active")), key)
        .map(OpenMeterClient::plan);
  }

  /** Makes a customer whose key is its only subject; the id. */
  public String createCustomer(String key) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("name", key).put("key", key);
    request.putObject("usage_attribution").putArray("subject_keys").add(key);
    return post("/customers", request, 201).path("id").asText();
  }

  /** The id of the customer with this key. */
  public Optional<String> findCustomer(String key) {
    return first(get("/customers?" + filter("key", key)), key).map(c -> c.path("id").asText());
  }

  public void deleteCustomer(String id) {
    delete("/customers/" + id);
  }

  /** Subscribes a customer to a version of a plan, from now on. */
  public SubscriptionHandle subscribe(String customerId, PlanHandle plan) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.putObject("customer").put("id", customerId);
    request.putObject("plan").put("id", plan.id()).put("version", plan.version());
    return subscription(post("/subscriptions", request, 201));
  }

  /** All of a customer, of any status. */
  public List<SubscriptionHandle> subscriptions(String customerId) {
    List<SubscriptionHandle> found = new ArrayList<>();
    get("/subscriptions?page%5Bsize%5D=100&filter%5Bcustomer_id%5D=" + encoded(customerId))
        .path("data")
        .forEach(subscription -> found.add(subscription(subscription)));
    return found;
  }

  public SubscriptionHandle cancel(String subscriptionId) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("timing", "immediate");
    return subscription(post("/subscriptions/" + subscriptionId + "/cancel", request, 200));
  }

  /** What a meter reads of a subject; 0 if nothing. */
  public BigDecimal usage(String meterId, String subject) {
    return usageBySubject(meterId).getOrDefault(subject, BigDecimal.ZERO);
  }

  /** What a meter reads, by subject. */
  public Map<String, BigDecimal> usageBySubject(String meterId) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.putArray("group_by_dimensions").add("subject");
    Map<String, BigDecimal> totals = new LinkedHashMap<>();
    post("/meters/" + meterId + "/query", request, 200)
        .path("data")
        .forEach(row ->
            totals.merge(
                row.path("dimensions").path("subject").asText(),
                new BigDecimal(row.path("value").asText()),
                BigDecimal::add));
    return totals;
  }

  /** The events of a subject that are stored, at most 100, the latest first. */
  public List<JsonNode> events(String subject) {
    List<JsonNode> events = new ArrayList<>();
    get("/events?page%5Bsize%5D=100&" + filter("subject", subject))
        .path("data")
        .forEach(events::add);
    return events;
  }

  @Override
  public void close() {
    calls.close();
  }

  private static Optional<JsonNode> first(JsonNode list, String key) {
    for (JsonNode item : list.path("data")) {
      if (item.path("key").asText().equals(key)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private static PlanHandle plan(JsonNode plan) {
    return new PlanHandle(
        plan.path("id").asText(),
        plan.path("key").asText(),
        plan.path("version").asInt(),
        plan.path("status").asText());
  }

  private static SubscriptionHandle subscription(JsonNode subscription) {
    return new SubscriptionHandle(
        subscription.path("id").asText(),
        subscription.path("plan").path("key").asText(),
        subscription.path("plan").path("version").asInt(),
        subscription.path("status").asText());
  }

  private JsonNode get(String path) {
    return send("GET", path, new byte[0]).expect(200, "GET " + path);
  }

  private JsonNode post(String path, JsonNode request, int status) {
    return send("POST", path, request.toString().getBytes(StandardCharsets.UTF_8))
        .expect(status, "POST " + path);
  }

  private void delete(String path) {
    HttpAnswer answer = send("DELETE", path, new byte[0]);
    if (answer.status() != 204) {
      throw new BillingProblem("DELETE " + path, answer);
    }
  }

  private HttpAnswer send(String method, String path, byte[] body) {
    try {
      return calls.send(method, path, body, calls.headers());
    } catch (IOException e) {
      throw new BillingProblem(method + " " + path, e);
    }
  }

  private static String filter(String field, String value) {
    return encoded("filter[" + field + "][eq]") + "=" + encoded(value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
