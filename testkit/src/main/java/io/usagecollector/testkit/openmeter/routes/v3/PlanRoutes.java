package io.usagecollector.testkit.openmeter.routes.v3;

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
import java.util.Set;

/** {@code /plans}. What a plan costs is kept and not looked into. */
final class PlanRoutes {
  private static final Set<String> FIELDS = Set.of("key", "name", "status", "currency");
  private static final Rule CREATE =
      V3Routes.sealed(
          Map.of(
              "name", Rule.text(1, 256),
              "key", Rule.matching(V3Routes.KEY),
              "description", Rule.text(0, 1024),
              "labels", V3Routes.labels(),
              "currency", Rule.text(),
              "billing_cadence", Rule.text(),
              "pro_rating_enabled", Rule.anything(),
              "phases", Rule.listOf(Rule.mapOf(Rule.anything()))),
          "name",
          "key",
          "currency",
          "billing_cadence",
          "phases");

  private PlanRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/plans", "plan", PlanRoutes::create),
        routes.get("/plans", PlanRoutes::list),
        routes.get("/plans/*", (a, call) -> found(a, a.plans.byId(V3Routes.id(call)))),
        routes.post(
            "/plans/*/publish", "plan", (a, call) -> found(a, a.plans.publish(V3Routes.id(call)))),
        routes.post(
            "/plans/*/archive", "plan", (a, call) -> found(a, a.plans.archive(V3Routes.id(call)))),
        routes.delete("/plans/*", "plan", PlanRoutes::delete));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V3.read(call.body(), CREATE, "CreatePlanRequest");
    Plan made =
        account.plans.create(
            new Plan.Draft(
                body.path("key").asText(),
                body.path("name").asText(),
                body.path("currency").asText(),
                body.path("billing_cadence").asText(),
                body.path("phases")));
    return Answers.json(201, json(account, made));
  }

  private static Reply list(Account account, Call call) {
    Filters filters = Filters.of(call, FIELDS);
    List<ObjectNode> found =
        account
            .plans
            .list(plan ->
                filters.pass("key", plan.key())
                    && filters.pass("name", plan.name())
                    && filters.pass("currency", plan.currency())
                    && filters.pass("status", account.plans.status(plan).text()))
            .stream()
            .map(plan -> json(account, plan))
            .toList();
    return Answers.json(200, Page.of(call).of(found));
  }

  private static Reply delete(Account account, Call call) {
    account.plans.delete(V3Routes.id(call));
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
            .put("billing_cadence", plan.billingCadence())
            .put("status", account.plans.status(plan).text())
            .put("created_at", plan.createdAt().toString())
            .put("updated_at", plan.createdAt().toString());
    json.set("phases", plan.phases());
    if (plan.effectiveFrom() != null) {
      json.put("effective_from", plan.effectiveFrom().toString());
    }
    if (plan.effectiveTo() != null) {
      json.put("effective_to", plan.effectiveTo().toString());
    }
    if (plan.deletedAt() != null) {
      json.put("deleted_at", plan.deletedAt().toString());
    }
    return json;
  }
}
