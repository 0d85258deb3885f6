package io.usagecollector.simulation.billing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what is posted to the event endpoints, with a parser that shares nothing with the writer.
 */
final class RequestBody {
  private static final JsonFactory JSON = new JsonFactory();

  private RequestBody() {}

  /** One event as it is, or {@code {"events":[...]}}. */
  static List<ReceivedEvent> read(byte[] body) {
    List<ReceivedEvent> events = new ArrayList<>();
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      String first = json.nextFieldName();
      if ("events".equals(first)) {
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          events.add(event(json, json.nextFieldName()));
        }
      } else {
        events.add(event(json, first));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException("a request's body is no JSON", e);
    }
  }

  private static ReceivedEvent event(JsonParser json, String first) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String name = first; name != null; name = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (String of = json.nextFieldName(); of != null; of = json.nextFieldName()) {
          texts.put(of, json.nextTextValue());
        }
      } else {
        texts.put(name, json.getText());
      }
    }
    String time = texts.getOrDefault("timestamp", "");
    var key =
        new DuplicateKey(
            texts.getOrDefault("external_customer_id", ""),
            Instant.parse(time).getEpochSecond(),
            texts.getOrDefault("event_id", ""));
    return new ReceivedEvent(
        PartId.parse(Objects.requireNonNull(texts.get("part"))),
        Kind.of(texts.getOrDefault("event_name", "")),
        key);
  }
}
