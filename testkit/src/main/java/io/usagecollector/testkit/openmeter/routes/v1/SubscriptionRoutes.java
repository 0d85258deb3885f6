package io.usagecollector.testkit.openmeter.routes.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Plan;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.store.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** {@code /subscriptions}, and those of a customer. */
final class SubscriptionRoutes {
  private static final Duration BACK = Duration.ofMinutes(2);
  private static final Rule CREATE =
      V1Routes.open(
          Map.of(
              "plan",
                  V1Routes.open(
                      Map.of(
                          "key", Rule.matching("^[a-z0-9]+(?:_[a-z0-9]+)*$"),
                          "version", Rule.whole()),
                      "key"),
              "customerId", Rule.matching("^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$"),
              "customerKey", Rule.text(1, 256),
              "timing", Rule.text(),
              "name", Rule.text(0, 256)),
          "plan");

  private SubscriptionRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.subscribe("/subscriptions", SubscriptionRoutes::create),
        routes.get("/customers/*/subscriptions", SubscriptionRoutes::ofCustomer),
        routes.get(
            "/subscriptions/*",
            (a, call) -> Answers.json(200, json(a, a.subscriptions.byId(call.pathParameter())))),
        routes.post("/subscriptions/*/cancel", "subscription", SubscriptionRoutes::cancel));
  }

  /** The version that is asked for is read and forgotten: the active one it is. */
  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V1.read(call.body(), CREATE, "SubscriptionCreate");
    Instant start = start(account, body.path("timing").asText("immediate"));
    Customer customer = customer(account, body);
    Plan plan = account.plans.active(body.path("plan").path("key").asText());
    String name = body.path("name").asText(plan.name());
    return Answers.json(
        201, json(account, account.subscriptions.create(customer, plan, name, start)));
  }

  private static Customer customer(Account account, JsonNode body) {
    if (body.has("customerId")) {
      return account.customers.byId(body.path("customerId").asText());
    }
    if (body.has("customerKey")) {
      return account.customers.byKey(body.path("customerKey").asText());
    }
    throw new Refused(Problem.validation("customer id or key is required"));
  }

  private static Instant start(Account account, String timing) {
    if (timing.equals("immediate")) {
      return account.now();
    }
    try {
      Instant start = OffsetDateTime.parse(timing).toInstant();
      if (!start.isBefore(account.now().minus(BACK))) {
        return start;
      }
    } catch (DateTimeException e) {
      throw new Refused(Problem.notImplemented("the timing " + timing));
    }
    throw new Refused(Problem.validation("custom timing is too long ago"));
  }

  private static Reply ofCustomer(Account account, Call call) {
    Customer customer = account.customers.byIdOrKey(call.pathParameter());
    if (customer.isDeleted()) {
      throw new Refused(
          Problem.preconditionFailed(
              "customer is deleted [namespace=default customer.id=%s]".formatted(customer.id())));
    }
    List<String> statuses = V1Routes.values(call, "status");
    List<ObjectNode> found =
        account.subscriptions.ofCustomer(customer.id()).stream()
            .filter(subscription ->
                statuses.isEmpty() || statuses.contains(subscription.status(account.now()).text()))
            .map(subscription -> json(account, subscription))
            .toList();
    return Answers.json(200, V1Routes.page(call, found));
  }

  private static Reply cancel(Account account, Call call) {
    JsonNode body = Dialect.V1.parse(call.body());
    boolean atOnce = body.path("timing").asText("immediate").equals("immediate");
    return Answers.json(
        200, json(account, account.subscriptions.cancel(call.pathParameter(), atOnce)));
  }

  static ObjectNode json(Account account, Subscription subscription) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", subscription.id())
            .put("name", subscription.name())
            .put("customerId", subscription.customerId())
            .put("status", subscription.status(account.now()).text())
            .put("activeFrom", subscription.activeFrom().toString())
            .put("billingAnchor", subscription.activeFrom().toString())
            .put("billingCadence", subscription.billingCadence())
            .put("currency", subscription.currency())
            .put("costBasisMode", "dynamic")
            .put("settlementMode", "credit_then_invoice")
            .put("createdAt", subscription.createdAt().toString())
            .put("updatedAt", subscription.updatedAt().toString());
    json.putObject("plan")
        .put("id", subscription.planId())
        .put("key", subscription.planKey())
        .put("version", subscription.planVersion());
    if (subscription.activeTo() != null) {
      json.put("activeTo", subscription.activeTo().toString());
    }
    json.putArray("costBasisPins");
    return json;
  }
}
