package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads one envelope. Fields it does not know are passed over. */
final class EnvelopeReader {
  private static final String ONLY_SINK_OF_SCHEMA_1 = "flexprice";

  private final Map<String, String> texts = new HashMap<>();
  private final List<RecordHeader> headers = new ArrayList<>();
  private byte @Nullable [] key;
  private byte @Nullable [] value;
  private Optional<UsageEvent> event = Optional.empty();

  Letter read(String envelope) {
    try (JsonParser json = Envelope.JSON.createParser(envelope)) {
      start(json);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        envelopeField(name, json);
      }
      return letter();
    } catch (IOException | RuntimeException e) {
      // Its own words would quote the letter.
      throw new IllegalArgumentException(
          "not a letter of this program: " + e.getClass().getSimpleName());
    }
  }

  private void envelopeField(String name, JsonParser json) throws IOException {
    json.nextToken();
    switch (name) {
      case "schema" -> schema(json.getIntValue());
      case "content" -> content(json);
      case "content_gzip" -> unpack(json.getBinaryValue());
      default -> text(name, json);
    }
  }

  private static void schema(int schema) {
    if (schema < 1 || schema > Envelope.SCHEMA) {
      throw new IllegalArgumentException("letter schema " + schema + " is not known");
    }
  }

  private void text(String name, JsonParser json) throws IOException {
    if (json.currentToken().isScalarValue()) {
      texts.put(name, json.getText());
    } else {
      json.skipChildren();
    }
  }

  private void unpack(byte[] gzip) throws IOException {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip));
        JsonParser json = Envelope.JSON.createParser(plain)) {
      start(json);
      content(json);
    }
  }

  private void content(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "key" -> key = bytes(json, token);
        case "value" -> value = bytes(json, token);
        case "headers" -> headers(json);
        case "event" -> event = Optional.of(event(json));
        default -> text(name, json);
      }
    }
  }

  private void headers(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String headerName = "";
      byte[] bytes = null;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        if (name.equals("name")) {
          headerName = json.getText();
        } else {
          bytes = bytes(json, token);
        }
      }
      headers.add(new RecordHeader(headerName, bytes));
    }
  }

  private static UsageEvent event(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    byte[] bytes = {};
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("json")) {
        bytes = json.getBinaryValue();
      } else {
        fields.put(name, json.getText());
      }
    }
    return new UsageEvent(
        required(fields, "event_id"),
        required(fields, "timestamp"),
        required(fields, "external_customer_id"),
        required(fields, "event_name"),
        bytes);
  }

  private Letter letter() {
    Coordinates place =
        new Coordinates(
            text("topic"), Integer.parseInt(text("partition")), Long.parseLong(text("offset")));
    Reason reason =
        new Reason(Reason.Kind.valueOf(text("kind")), text("reason"), text("full_reason"));
    Instant at = Instant.parse(text("at"));
    return new Letter(
        new Origin(
            new StreamId(text("stream")),
            texts.getOrDefault("sink", ONLY_SINK_OF_SCHEMA_1),
            text("mapping_version")),
        new SourceRecord(place, Long.parseLong(text("timestamp_ms")), key, value, headers),
        Integer.parseInt(text("ordinal")),
        event,
        reason,
        texts.containsKey("attempts") ? attempts() : Attempts.first(at, false),
        at);
  }

  private Attempts attempts() {
    return new Attempts(
        Integer.parseInt(text("attempts")),
        Instant.parse(text("first_failure")),
        Instant.parse(text("not_before")),
        Boolean.parseBoolean(text("ambiguous")));
  }

  private String text(String name) {
    return required(texts, name);
  }

  private static String required(Map<String, String> fields, String name) {
    String text = fields.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the field " + name + " is missing");
    }
    return text;
  }

  private static void start(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no JSON object");
    }
  }

  private static byte @Nullable [] bytes(JsonParser json, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? null : json.getBinaryValue();
  }
}
