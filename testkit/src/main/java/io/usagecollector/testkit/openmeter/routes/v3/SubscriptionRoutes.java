package io.usagecollector.testkit.openmeter.routes.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Plan;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.problem.InvalidParameter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /subscriptions}. */
final class SubscriptionRoutes {
  private static final Set<String> FIELDS =
      Set.of("id", "customer_id", "status", "plan_id", "plan_key");
  private static final Rule CREATE =
      V3Routes.sealed(
          Map.of(
              "customer",
                  V3Routes.sealed(
                      Map.of("id", Rule.matching(V3Routes.ULID), "key", Rule.text(1, 256))),
              "plan",
                  V3Routes.sealed(
                      Map.of(
                          "id", Rule.matching(V3Routes.ULID),
                          "key", Rule.matching(V3Routes.KEY),
                          "version", Rule.whole())),
              "labels", V3Routes.labels(),
              "settlement_mode", Rule.text(),
              "billing_anchor", Rule.text(),
              "cost_basis_mode", Rule.text()),
          "customer",
          "plan");
  private static final Rule CANCEL = V3Routes.sealed(Map.of("timing", Rule.text()));

  private SubscriptionRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.subscribe("/subscriptions", SubscriptionRoutes::create),
        routes.get("/subscriptions", SubscriptionRoutes::list),
        routes.get("/subscriptions/*", SubscriptionRoutes::get),
        routes.post("/subscriptions/*/cancel", "subscription", SubscriptionRoutes::cancel));
  }

  /** The plan first by id or key; without a version the highest one, whatever its status. */
  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V3.read(call.body(), CREATE, "BillingSubscriptionCreate");
    Customer customer = customer(account, body.path("customer"));
    Plan plan = plan(account, body.path("plan"));
    String name = plan.key() + " v" + plan.version();
    Subscription made = account.subscriptions.create(customer, plan, name, account.now());
    return Answers.json(201, json(account, made));
  }

  private static Customer customer(Account account, JsonNode named) {
    if (named.has("id")) {
      return account.customers.byId(named.path("id").asText());
    }
    if (named.has("key")) {
      return account.customers.byKey(named.path("key").asText());
    }
    throw neither("customer");
  }

  private static Plan plan(Account account, JsonNode named) {
    if (named.has("id")) {
      return account.plans.byId(named.path("id").asText());
    }
    if (!named.has("key")) {
      throw neither("plan");
    }
    String key = named.path("key").asText();
    return named.has("version")
        ? account.plans.version(key, named.path("version").asInt())
        : account.plans.latest(key);
  }

  private static Reply list(Account account, Call call) {
    Filters filters = Filters.of(call, FIELDS);
    List<ObjectNode> found =
        account.subscriptions.all().stream()
            .filter(subscription ->
                filters.passId("id", subscription.id())
                    && filters.passId("customer_id", subscription.customerId())
                    && filters.passId("plan_id", subscription.planId())
                    && filters.pass("plan_key", subscription.planKey())
                    && filters.pass("status", subscription.status(account.now()).text()))
            .map(subscription -> json(account, subscription))
            .toList();
    return Answers.json(200, Page.of(call).of(found));
  }

  private static Reply get(Account account, Call call) {
    return Answers.json(200, json(account, account.subscriptions.byId(V3Routes.id(call))));
  }

  private static Reply cancel(Account account, Call call) {
    JsonNode body = Dialect.V3.read(call.body(), CANCEL, "BillingSubscriptionCancel");
    String timing = body.path("timing").asText("immediate");
    if (!Set.of("immediate", "next_billing_cycle").contains(timing)) {
      throw new Refused(Problem.notImplemented("the timing " + timing));
    }
    Subscription ended =
        account.subscriptions.cancel(V3Routes.id(call), timing.equals("immediate"));
    return Answers.json(200, json(account, ended));
  }

  private static Refused neither(String what) {
    String reason = "one of %s.id or %s.key is required".formatted(what, what);
    return new Refused(
        Problem.badRequest(
            List.of(
                new InvalidParameter(what + ".id", "required", reason, "body"),
                new InvalidParameter(what + ".key", "required", reason, "body"))));
  }

  private static ObjectNode json(Account account, Subscription subscription) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", subscription.id())
            .put("name", subscription.name())
            .put("customer_id", subscription.customerId())
            .put("plan_id", subscription.planId())
            .put("status", subscription.status(account.now()).text())
            .put("active_from", subscription.activeFrom().toString())
            .put("billing_anchor", subscription.activeFrom().toString())
            .put("billing_cadence", subscription.billingCadence())
            .put("invoice_currency", subscription.currency())
            .put("cost_basis_mode", "dynamic")
            .put("created_at", subscription.createdAt().toString())
            .put("updated_at", subscription.updatedAt().toString());
    json.putObject("plan")
        .put("id", subscription.planId())
        .put("key", subscription.planKey())
        .put("version", subscription.planVersion());
    if (subscription.activeTo() != null) {
      json.put("active_to", subscription.activeTo().toString());
    }
    json.putArray("cost_basis_pins");
    json.putArray("phases");
    return json;
  }
}
