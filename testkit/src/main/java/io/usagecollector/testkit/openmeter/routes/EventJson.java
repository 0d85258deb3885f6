package io.usagecollector.testkit.openmeter.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import io.usagecollector.testkit.store.Json;

/** A stored event as a CloudEvent again. */
public final class EventJson {

  private EventJson() {}

  public static ObjectNode of(StoredEvent event) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", event.id())
            .put("source", event.source())
            .put("specversion", "1.0")
            .put("type", event.type())
            .put("subject", event.subject())
            .put("time", event.time().toString());
    if (!event.data().isEmpty()) {
      json.put("datacontenttype", "application/json");
      try {
        json.set("data", Json.MAPPER.readTree(event.data()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("stored data is not JSON", e);
      }
    }
    return json;
  }
}
