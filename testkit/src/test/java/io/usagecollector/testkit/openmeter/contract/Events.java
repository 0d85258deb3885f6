package io.usagecollector.testkit.openmeter.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Events to send, well formed unless a test takes something away. Each subject has a source of its
 * own: events of one source with one id are the same to the server.
 */
final class Events {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Events() {}

  /** A time that any list of events shows by default. */
  private static String time() {
    return Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static ObjectNode event(String id, String type, String subject) {
    return MAPPER
        .createObjectNode()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", "contract/" + subject)
        .put("type", type)
        .put("subject", subject)
        .put("time", time());
  }

  static ObjectNode event(String id, String type, String subject, String data) {
    return with(event(id, type, subject), "data", data);
  }

  /** With one more field, given as JSON. */
  static ObjectNode with(ObjectNode event, String field, String json) {
    event.set(field, json(json));
    return event;
  }

  static ObjectNode without(ObjectNode event, String field) {
    event.remove(field);
    return event;
  }

  static String batch(ObjectNode... events) {
    return MAPPER.createArrayNode().addAll(List.of(events)).toString();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
