package io.usagecollector.testkit.openmeter.routes.v1;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /meters}, by id or slug. */
final class MeterRoutes {
  private static final Rule CREATE =
      V1Routes.open(
          Map.of(
              "slug", Rule.matching("^[a-z0-9]+(?:_[a-z0-9]+)*$"),
              "name", Rule.text(1, 256),
              "aggregation", Rule.text(),
              "eventType", Rule.text(),
              "valueProperty", Rule.text(),
              "groupBy", Rule.mapOf(Rule.text(0, Integer.MAX_VALUE))),
          "slug",
          "aggregation",
          "eventType");

  private MeterRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/meters", "meter", MeterRoutes::create),
        routes.get("/meters", MeterRoutes::list),
        routes.get(
            "/meters/*",
            (a, call) -> Answers.json(200, json(a.meters.byIdOrKey(call.pathParameter())))),
        routes.delete("/meters/*", "meter", MeterRoutes::delete),
        routes.get("/meters/*/query", MeterRoutes::query));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V1.read(call.body(), CREATE, "MeterCreate");
    String slug = body.path("slug").asText();
    Meter made =
        account.meters.create(
            new Meter.Draft(
                slug,
                body.path("name").asText(slug),
                body.path("eventType").asText(),
                aggregation(body.path("aggregation").asText()),
                body.has("valueProperty") ? body.path("valueProperty").asText() : null,
                Texts.named(body.path("groupBy"))));
    return Answers.json(201, json(made));
  }

  private static String aggregation(String aggregation) {
    if (!Set.of("SUM", "COUNT").contains(aggregation)) {
      throw new Refused(Problem.notImplemented("the aggregation " + aggregation));
    }
    return aggregation.toLowerCase(Locale.ROOT);
  }

  private static Reply list(Account account, Call call) {
    ArrayNode meters = Json.MAPPER.createArrayNode();
    account.meters.all().forEach(meter -> meters.add(json(meter)));
    return Answers.json(200, meters);
  }

  private static Reply delete(Account account, Call call) {
    account.meters.delete(call.pathParameter());
    return Answers.empty(204);
  }

  private static Reply query(Account account, Call call) {
    Meter meter = account.meters.byIdOrKey(call.pathParameter());
    List<String> groups = V1Routes.values(call, "groupBy");
    if (!call.query("windowSize").isEmpty()
        || !Set.of("subject", "customer_id").containsAll(groups)) {
      throw new Refused(Problem.notImplemented("windows, and groups but subject and customer_id"));
    }
    List<String> subjects = V1Routes.values(call, "subject");
    List<Customer> customers =
        V1Routes.values(call, "filterCustomerId").stream().map(account.customers::byId).toList();
    MeterQuery query =
        new MeterQuery(
            meter,
            time(call.query("from")),
            time(call.query("to")),
            subjects,
            customers,
            groups.contains("subject") || !subjects.isEmpty(),
            groups.contains("customer_id") || !customers.isEmpty());
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode data = answer.putArray("data");
    query.answer(account.events, account.customers).forEach(row -> data.add(json(row)));
    return Answers.json(200, answer);
  }

  private static @Nullable Instant time(String time) {
    return time.isEmpty() ? null : OffsetDateTime.parse(time).toInstant();
  }

  private static ObjectNode json(MeterQuery.Row row) {
    ObjectNode line =
        Json.MAPPER
            .createObjectNode()
            .put("value", row.value())
            .put("windowStart", row.from().toString())
            .put("windowEnd", row.to().toString())
            .put("subject", row.subject());
    line.putObject("groupBy");
    if (row.customerId() != null) {
      line.put("customerId", row.customerId());
    }
    return line;
  }

  private static ObjectNode json(Meter meter) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", meter.id())
            .put("slug", meter.key())
            .put("name", meter.name())
            .put("eventType", meter.eventType())
            .put("aggregation", meter.aggregation().toUpperCase(Locale.ROOT))
            .put("createdAt", meter.createdAt().toString())
            .put("updatedAt", meter.createdAt().toString());
    if (meter.valueProperty() != null) {
      json.put("valueProperty", meter.valueProperty());
    }
    meter.dimensions().forEach(json.putObject("groupBy")::put);
    return json;
  }
}
