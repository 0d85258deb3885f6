package io.usagecollector.testkit.openmeter.routes.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Plan;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.store.Json;
import java.util.List;
import java.util.Map;

/** {@code /plans}. What a plan costs is kept and not looked into. */
final class PlanRoutes {
  private static final Rule CREATE =
      V1Routes.open(
          Map.of(
              "name", Rule.text(1, 256),
              "key", Rule.matching("^[a-z0-9]+(?:_[a-z0-9]+)*$"),
              "currency", Rule.text(3, 3),
              "billingCadence", Rule.text(),
              "phases", Rule.listOf(Rule.mapOf((value, path) -> List.of()))),
          "name",
          "key",
          "currency",
          "billingCadence",
          "phases");

  private PlanRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/plans", "plan", PlanRoutes::create),
        routes.get("/plans", PlanRoutes::list),
        routes.get("/plans/*", (a, call) -> found(a, a.plans.byId(call.pathParameter()))),
        routes.post(
            "/plans/*/publish",
            "plan",
            (a, call) -> found(a, a.plans.publish(call.pathParameter()))),
        routes.post(
            "/plans/*/archive",
            "plan",
            (a, call) -> found(a, a.plans.archive(call.pathParameter()))),
        routes.delete("/plans/*", "plan", PlanRoutes::delete));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V1.read(call.body(), CREATE, "PlanCreate");
    Plan made =
        account.plans.create(
            new Plan.Draft(
                body.path("key").asText(),
                body.path("name").asText(),
                body.path("currency").asText(),
                body.path("billingCadence").asText(),
                body.path("phases")));
    return Answers.json(201, json(account, made));
  }

  private static Reply list(Account account, Call call) {
    List<String> keys = V1Routes.values(call, "key");
    List<String> statuses = V1Routes.values(call, "status");
    List<ObjectNode> found =
        account
            .plans
            .list(plan ->
                (keys.isEmpty() || keys.contains(plan.key()))
                    && (statuses.isEmpty() || statuses.contains(account.plans.status(plan).text())))
            .stream()
            .map(plan -> json(account, plan))
            .toList();
    return Answers.json(200, V1Routes.page(call, found));
  }

  private static Reply delete(Account account, Call call) {
    account.plans.delete(call.pathParameter());
    return Answers.empty(204);
  }

  private static Reply found(Account account, Plan plan) {
    return Answers.json(200, json(account, plan));
  }

  private static ObjectNode json(Account account, Plan plan) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", plan.id())
            .put("key", plan.key())
            .put("version", plan.version())
            .put("name", plan.name())
            .put("currency", plan.currency())
            .put("billingCadence", plan.billingCadence())
            .put("status", account.plans.status(plan).text())
            .put("createdAt", plan.createdAt().toString())
            .put("updatedAt", plan.createdAt().toString());
    json.set("phases", plan.phases());
    if (plan.effectiveFrom() != null) {
      json.put("effectiveFrom", plan.effectiveFrom().toString());
    }
    if (plan.effectiveTo() != null) {
      json.put("effectiveTo", plan.effectiveTo().toString());
    }
    return json;
  }
}
