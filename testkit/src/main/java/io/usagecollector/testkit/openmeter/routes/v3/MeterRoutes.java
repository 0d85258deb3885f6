package io.usagecollector.testkit.openmeter.routes.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Meter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.Texts;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.usage.MeterQuery;
import io.usagecollector.testkit.store.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /meters}. */
final class MeterRoutes {
  private static final Rule CREATE =
      V3Routes.sealed(
          Map.of(
              "name", Rule.text(1, 256),
              "key", Rule.matching(V3Routes.KEY),
              "description", Rule.text(0, 1024),
              "labels", V3Routes.labels(),
              "aggregation", Rule.text(),
              "event_type", Rule.text(),
              "events_from", Rule.text(),
              "value_property", Rule.text(),
              "dimensions", Rule.mapOf(Rule.text(0, Integer.MAX_VALUE))),
          "name",
          "key",
          "aggregation",
          "event_type");
  private static final Rule QUERY =
      V3Routes.sealed(
          Map.of(
              "from", Rule.text(),
              "to", Rule.text(),
              "granularity", Rule.text(),
              "time_zone", Rule.text(),
              "group_by_dimensions", Rule.listOf(Rule.text()),
              "filters",
                  V3Routes.sealed(Map.of("dimensions", Rule.mapOf(Rule.mapOf(Rule.anything()))))));

  private MeterRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/meters", "meter", MeterRoutes::create),
        routes.get("/meters", MeterRoutes::list),
        routes.get(
            "/meters/*",
            (a, call) -> Answers.json(200, json(a.meters.byIdOrKey(V3Routes.id(call))))),
        routes.delete("/meters/*", "meter", MeterRoutes::delete),
        routes.ask("/meters/*/query", MeterRoutes::query));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V3.read(call.body(), CREATE, "CreateMeterRequest");
    Meter made =
        account.meters.create(
            new Meter.Draft(
                body.path("key").asText(),
                body.path("name").asText(),
                body.path("event_type").asText(),
                aggregation(body.path("aggregation").asText()),
                body.has("value_property") ? body.path("value_property").asText() : null,
                Texts.named(body.path("dimensions"))));
    return Answers.json(201, json(made));
  }

  private static String aggregation(String aggregation) {
    if (!Set.of("sum", "count").contains(aggregation)) {
      throw new Refused(Problem.notImplemented("the aggregation " + aggregation));
    }
    return aggregation;
  }

  private static Reply list(Account account, Call call) {
    Filters filters = Filters.of(call, Set.of("key", "name"));
    List<ObjectNode> found =
        account.meters.all().stream()
            .filter(m -> filters.pass("key", m.key()) && filters.pass("name", m.name()))
            .map(MeterRoutes::json)
            .toList();
    return Answers.json(200, Page.of(call).of(found));
  }

  private static Reply delete(Account account, Call call) {
    account.meters.delete(V3Routes.id(call));
    return Answers.empty(204);
  }

  private static Reply query(Account account, Call call) {
    Meter meter = account.meters.byIdOrKey(V3Routes.id(call));
    JsonNode body = Dialect.V3.read(call.body(), QUERY, "MeterQueryRequest");
    if (body.has("granularity")) {
      throw new Refused(Problem.notImplemented("a granularity"));
    }
    JsonNode dimensions = body.path("filters").path("dimensions");
    List<String> groups = Texts.listed(body.path("group_by_dimensions"));
    refuseUnknown(groups, dimensions);
    List<String> subjects = wanted(dimensions.path("subject"));
    List<Customer> customers =
        wanted(dimensions.path("customer_id")).stream().map(account.customers::byId).toList();
    MeterQuery query =
        new MeterQuery(
            meter,
            time(body.path("from")),
            time(body.path("to")),
            subjects,
            customers,
            groups.contains("subject") || !subjects.isEmpty(),
            groups.contains("customer_id") || !customers.isEmpty());
    return Answers.json(200, rows(query.answer(account.events, account.customers)));
  }

  private static void refuseUnknown(List<String> groups, JsonNode filters) {
    Set<String> known = Set.of("subject", "customer_id");
    boolean other =
        !known.containsAll(groups)
            || filters.properties().stream().anyMatch(entry -> !known.contains(entry.getKey()));
    if (other) {
      throw new Refused(Problem.notImplemented("dimensions but subject and customer_id"));
    }
  }

  private static List<String> wanted(JsonNode filter) {
    return filter.has("eq") ? List.of(filter.path("eq").asText()) : Texts.listed(filter.path("in"));
  }

  private static @Nullable Instant time(JsonNode time) {
    return time.isTextual() ? Instant.parse(time.asText()) : null;
  }

  private static ObjectNode rows(List<MeterQuery.Row> rows) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode data = answer.putArray("data");
    for (MeterQuery.Row row : rows) {
      ObjectNode line =
          data.addObject()
              .put("value", BigDecimal.valueOf(row.value()).stripTrailingZeros().toPlainString())
              .put("from", row.from().toString())
              .put("to", row.to().toString());
      ObjectNode dimensions = line.putObject("dimensions");
      if (row.subject() != null) {
        dimensions.put("subject", row.subject());
      }
      if (row.customerId() != null) {
        dimensions.put("customer_id", row.customerId());
      }
    }
    return answer;
  }

  private static ObjectNode json(Meter meter) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", meter.id())
            .put("key", meter.key())
            .put("name", meter.name())
            .put("event_type", meter.eventType())
            .put("aggregation", meter.aggregation())
            .put("created_at", meter.createdAt().toString())
            .put("updated_at", meter.createdAt().toString());
    if (meter.valueProperty() != null) {
      json.put("value_property", meter.valueProperty());
    }
    meter.dimensions().forEach(json.putObject("dimensions")::put);
    return json;
  }
}
