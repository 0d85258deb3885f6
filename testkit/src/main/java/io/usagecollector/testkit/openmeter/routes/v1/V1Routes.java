package io.usagecollector.testkit.openmeter.routes.v1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.Ingest;
import io.usagecollector.testkit.openmeter.routes.Numbers;
import io.usagecollector.testkit.openmeter.schema.ObjectRule;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All of them. */
public final class V1Routes {
  private static final int DEFAULT_SIZE = 100;
  private static final int BIGGEST = 1000;

  private V1Routes() {}

  public static List<Route> of(DatabaseRoutes database, Ingest ingest) {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.write("POST", "/events", "event", ingest::answer));
    routes.addAll(EventRoutes.of(database));
    routes.addAll(CustomerRoutes.of(database));
    routes.addAll(SubscriptionRoutes.of(database));
    routes.addAll(PlanRoutes.of(database));
    routes.addAll(MeterRoutes.of(database));
    return routes;
  }

  static Rule open(Map<String, Rule> properties, String... required) {
    return new ObjectRule(properties, List.of(required), false);
  }

  /** A page of a list, as {@code page} and {@code pageSize} ask. */
  static ObjectNode page(Call call, List<ObjectNode> all) {
    int number = number(call, "page", 1, Integer.MAX_VALUE);
    int size = number(call, "pageSize", DEFAULT_SIZE, BIGGEST);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode items = answer.putArray("items");
    all.stream().skip((number - 1L) * size).limit(size).forEach(items::add);
    return answer.put("page", number).put("pageSize", size).put("totalCount", all.size());
  }

  static int number(Call call, String name, int missing, int biggest) {
    return Numbers.of(
        call,
        name,
        missing,
        biggest,
        () ->
            Problem.schema("parameter \"%s\" in query has an error: not in range".formatted(name)));
  }

  /** All values of a parameter, each of which may be a list with commas. */
  static List<String> values(Call call, String name) {
    return call.query().getOrDefault(name, List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
