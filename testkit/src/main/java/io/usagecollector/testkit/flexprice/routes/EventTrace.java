package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.Meter;
import io.usagecollector.testkit.flexprice.billing.StoredEvent;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.flexprice.state.StoredEventJson;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.util.List;

/**
 * Where an event got to, for {@code GET /v1/events/lookup}: billed by line items, or stuck where.
 */
final class EventTrace {

  private EventTrace() {}

  static ObjectNode of(AccountState world, StoredEvent event) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.set("event", StoredEventJson.shown(event));
    List<Meter> meters = world.ledger.counting(event);
    var customer = world.customers.find(event.customer());
    if (customer.isEmpty() || meters.isEmpty()) {
      return failed(answer, customer.isEmpty() ? "customer_lookup" : "meter_lookup");
    }
    Meter meter = meters.getFirst(); // the server looks at one usage row of the event
    String customerId = customer.get().path("id").asText();
    var lineItems = world.subscriptions.lineItemsAt(customerId, meter.id(), event.timestamp());
    if (lineItems.isEmpty()) {
      return failed(answer, "subscription_line_item_lookup");
    }
    var processed = answer.put("status", "processed").putArray("processed_events");
    for (var item : lineItems) {
      processed
          .addObject()
          .put("customer_id", customerId)
          .put("subscription_id", item.path("subscription_id").asText())
          .put("sub_line_item_id", item.path("id").asText())
          .put("price_id", item.path("price_id").asText())
          .put("meter_id", meter.id())
          .put("qty_total", meter.quantity(event.properties()).toPlainString())
          .put("processed_at", Instant.ofEpochMilli(world.now().toEpochMilli()).toString());
    }
    return answer;
  }

  private static ObjectNode failed(ObjectNode answer, String where) {
    answer
        .put("status", "failed")
        .putObject("debug_tracker")
        .putObject("failure_point")
        .put("failure_point_type", where);
    return answer;
  }
}
