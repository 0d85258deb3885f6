package io.usagecollector.aws.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.event.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON an event source mapping for MSK or self-managed Kafka invokes a function with, in
 * one pass, base64 decoded in place. Keys and values may be null or absent, header values are
 * arrays of signed bytes, unknown fields are passed over. The names of {@code records} are not
 * read: a topic may hold a hyphen, so {@code topic-0} cannot be taken apart.
 */
public final class KafkaEventReader {
  /**
   * Header names are the producer's, as many and as long as it likes: none is interned, and no
   * number of them fails. Names are looked up all the same, since without it the parser reads
   * characters where it could read bytes.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser json;
  private final List<SourceRecord> records = new ArrayList<>();
  private @Nullable String eventSourceArn;
  private boolean hasRecords;

  private KafkaEventReader(JsonParser json) {
    this.json = json;
  }

  /**
   * The event.
   *
   * @throws MalformedEventException if it is none; nothing of it can be trusted then
   * @throws IOException if the stream breaks
   */
  public static KafkaEvent read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      return new KafkaEventReader(json).read();
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      var at = e.getLocation();
      throw new MalformedEventException(
          "not a Kafka event: malformed near byte " + (at == null ? "?" : at.getByteOffset()));
    }
  }

  private KafkaEvent read() throws IOException {
    expect(json.nextToken(), JsonToken.START_OBJECT, "the event");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "eventSourceArn" -> eventSourceArn = json.getValueAsString();
        case "records" -> partitions(token);
        default -> json.skipChildren();
      }
    }
    expect(json.currentToken(), JsonToken.END_OBJECT, "the event's end");
    if (!hasRecords) {
      throw new MalformedEventException(
          "not a Kafka event: it has no records object. Is the function called by a Kafka trigger?");
    }
    return new KafkaEvent(Optional.ofNullable(eventSourceArn), records);
  }

  private void partitions(JsonToken token) throws IOException {
    expect(token, JsonToken.START_OBJECT, "records");
    hasRecords = true;
    while (json.nextFieldName() != null) {
      expect(json.nextToken(), JsonToken.START_ARRAY, "a partition's records");
      while (json.nextToken() == JsonToken.START_OBJECT) {
        records.add(new KafkaRecordReader(json).read());
      }
      expect(json.currentToken(), JsonToken.END_ARRAY, "a partition's records");
    }
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted, String what) {
    if (found != wanted) {
      throw new MalformedEventException("not a Kafka event: " + what + " is not as expected");
    }
  }
}
