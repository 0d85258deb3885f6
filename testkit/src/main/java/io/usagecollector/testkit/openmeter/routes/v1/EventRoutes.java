package io.usagecollector.testkit.openmeter.routes.v1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.EventJson;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.usage.ReadEvent;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import io.usagecollector.testkit.store.Json;
import java.util.Comparator;
import java.util.List;

/** {@code GET /events}, the latest first. */
final class EventRoutes {
  private static final int MOST = 100;

  private EventRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(routes.get("/events", EventRoutes::list));
  }

  private static Reply list(Account account, Call call) {
    ArrayNode answer = Json.MAPPER.createArrayNode();
    account.events.all().stream()
        .filter(event -> event.id().contains(call.query("id")))
        .filter(event -> isGiven(call, "subject", event.subject()))
        .sorted(Comparator.comparing(StoredEvent::time).reversed())
        .limit(V1Routes.number(call, "limit", MOST, MOST))
        .map(event -> ReadEvent.of(event, account.meters, account.customers))
        .map(EventRoutes::json)
        .forEach(answer::add);
    return Answers.json(200, answer);
  }

  private static boolean isGiven(Call call, String name, String value) {
    return call.query(name).isEmpty() || call.query(name).equals(value);
  }

  private static ObjectNode json(ReadEvent read) {
    StoredEvent event = read.event();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("event", EventJson.of(event));
    read.customer().ifPresent(customer -> json.put("customerId", customer.id()));
    json.put("ingestedAt", event.ingestedAt().toString());
    json.put("storedAt", event.ingestedAt().toString());
    if (!read.faults().isEmpty()) {
      json.put("validationError", String.join("\n", read.faults()));
    }
    return json;
  }
}
