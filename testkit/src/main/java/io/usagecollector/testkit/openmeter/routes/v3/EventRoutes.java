package io.usagecollector.testkit.openmeter.routes.v3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.EventJson;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.usage.ReadEvent;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import io.usagecollector.testkit.store.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** {@code GET /events}, the latest first. */
final class EventRoutes {
  private static final Set<String> FIELDS =
      Set.of("id", "source", "subject", "type", "customer_id");
  private static final int DEFAULT_SIZE = 20;
  private static final int BIGGEST = 100;

  private EventRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(routes.get("/events", EventRoutes::list));
  }

  private static Reply list(Account account, Call call) {
    Filters filters = Filters.of(call, FIELDS);
    int size = Page.number(call, "page[size]", DEFAULT_SIZE, BIGGEST);
    int skipped = Page.number(call, "page[after]", 1, Integer.MAX_VALUE) - 1;
    List<ReadEvent> found =
        account.events.all().stream()
            .filter(event -> pass(filters, event))
            .sorted(Comparator.comparing(StoredEvent::time).reversed())
            .map(event -> ReadEvent.of(event, account.meters, account.customers))
            .filter(
                read -> filters.passId("customer_id", read.customer().map(Customer::id).orElse("")))
            .skip(skipped)
            .limit(size + 1L)
            .toList();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode data = answer.putArray("data");
    found.stream().limit(size).map(EventRoutes::json).forEach(data::add);
    ObjectNode page = answer.putObject("meta").putObject("page").put("size", size);
    page.putNull("previous");
    if (found.size() > size) {
      page.put("next", Integer.toString(skipped + size + 1));
    } else {
      page.putNull("next");
    }
    return Answers.json(200, answer);
  }

  private static boolean pass(Filters filters, StoredEvent event) {
    return filters.pass("id", event.id())
        && filters.pass("source", event.source())
        && filters.pass("subject", event.subject())
        && filters.pass("type", event.type());
  }

  private static ObjectNode json(ReadEvent read) {
    StoredEvent event = read.event();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("event", EventJson.of(event));
    read.customer().ifPresent(customer -> json.putObject("customer").put("id", customer.id()));
    json.put("ingested_at", event.ingestedAt().toString());
    json.put("stored_at", event.ingestedAt().toString());
    if (!read.faults().isEmpty()) {
      ArrayNode faults = json.putArray("validation_errors");
      read.faults()
          .forEach(
              fault -> faults.addObject().put("code", "validation_error").put("message", fault));
    }
    return json;
  }
}
