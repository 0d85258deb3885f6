package io.usagecollector.testkit.flexprice.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.Properties;
import io.usagecollector.testkit.flexprice.billing.StoredEvent;
import io.usagecollector.testkit.flexprice.catalog.Documents;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A stored event as the journal and the API's event lists write it. */
public final class StoredEventJson {

  private StoredEventJson() {}

  /** For the journal: nothing lost. */
  static ObjectNode write(StoredEvent event) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", event.id())
        .put("name", event.name())
        .put("customer", event.customer())
        .put("customer_id", event.customerId())
        .put("source", event.source())
        .put("timestamp", event.timestamp().toString())
        .put("properties", event.properties().json());
  }

  static StoredEvent read(JsonNode line) {
    return new StoredEvent(
        line.path("id").asText(),
        line.path("name").asText(),
        line.path("customer").asText(),
        line.path("customer_id").asText(),
        line.path("source").asText(),
        Instant.parse(line.path("timestamp").asText()),
        new Properties(line.path("properties").asText()));
  }

  /** For answers: whole milliseconds, properties as the server decoded them. */
  public static ObjectNode shown(StoredEvent event) {
    ObjectNode shown =
        Json.MAPPER
            .createObjectNode()
            .put("id", event.id())
            .put("external_customer_id", event.customer())
            .put("customer_id", event.customerId())
            .put("event_name", event.name())
            .put("timestamp", event.timestamp().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("source", event.source())
            .put("environment_id", Documents.environment());
    shown.set("properties", Json.MAPPER.valueToTree(event.properties().all()));
    return shown;
  }
}
