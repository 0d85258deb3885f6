package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the part of an envelope that holds the values: what was in the record, and its event. */
final class ContentReader {
  private final Texts texts;
  private final List<RecordHeader> headers = new ArrayList<>();
  private byte @Nullable [] key;
  private byte @Nullable [] value;
  private OptionalInt recordOf = OptionalInt.empty();
  private Optional<UsageEvent> event = Optional.empty();

  /**
   * @param texts takes the fields that are texts
   */
  ContentReader(Texts texts) {
    this.texts = texts;
  }

  void unpack(byte[] gzip) throws IOException {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip));
        JsonParser json = SealedText.JSON.createParser(plain)) {
      json.nextToken();
      read(json);
    }
  }

  /** From the object's start to its end. */
  void read(JsonParser json) throws IOException {
    NotALetterException.unless(json.currentToken() == JsonToken.START_OBJECT, "no JSON object");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "key" -> key = bytes(json, token);
        case "value" -> value = bytes(json, token);
        case "headers" -> headers(json);
        case "record_of" -> recordOf = OptionalInt.of(json.getIntValue());
        case "event" -> event = Optional.of(event(json));
        default -> texts.put(name, json);
      }
    }
  }

  Optional<UsageEvent> event() {
    return event;
  }

  /**
   * The record that was at these coordinates.
   *
   * @param earlier the letters before it in its message
   */
  SourceRecord record(Coordinates at, long timestampMillis, List<Letter> earlier) {
    return recordOf.isPresent()
        ? earlier.get(recordOf.getAsInt()).record()
        : new SourceRecord(at, timestampMillis, key, value, headers);
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
        Texts.required(fields, "event_id"),
        Texts.required(fields, "timestamp"),
        Texts.required(fields, "external_customer_id"),
        Texts.required(fields, "event_name"),
        bytes);
  }

  private static byte @Nullable [] bytes(JsonParser json, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? null : json.getBinaryValue();
  }
}
