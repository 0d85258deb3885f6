package io.usagecollector.testkit.openmeter.routes.v3;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.Ingest;
import io.usagecollector.testkit.openmeter.schema.ObjectRule;
import io.usagecollector.testkit.openmeter.schema.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** All of them. */
public final class V3Routes {
  static final String ULID = "^[0-7][0-9A-HJKMNP-TV-Z]{25}$";
  static final String KEY = "^[a-z0-9]+(?:_[a-z0-9]+)*$";

  private static final Pattern IS_ULID = Pattern.compile(ULID);
  private static final String LABEL = "^[a-z0-9A-Z]{1}([a-z0-9A-Z-._]*[a-z0-9A-Z]+)?$";

  private V3Routes() {}

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

  /** The id in the path: whatever is no ULID is not found, in words of its own. */
  static String id(Call call) {
    String id = call.pathParameter();
    if (!IS_ULID.matcher(id).matches()) {
      throw new Refused(
          Problem.konnect(404, "not-found", "Not Found", "The requested entity was not found"));
    }
    return id;
  }

  static Rule sealed(Map<String, Rule> properties, String... required) {
    return new ObjectRule(properties, List.of(required), true);
  }

  static Rule labels() {
    return Rule.mapOf(Rule.matching(LABEL));
  }
}
