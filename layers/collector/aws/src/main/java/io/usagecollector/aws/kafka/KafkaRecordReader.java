package io.usagecollector.aws.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one record of a Kafka event, from its opening brace to its closing one. */
final class KafkaRecordReader {
  private static final long ABSENT = -1;

  private final JsonParser json;
  private final List<RecordHeader> headers = new ArrayList<>();
  private String topic = "";
  private long partition = ABSENT;
  private long offset = ABSENT;
  private @Nullable Long timestamp;
  private byte @Nullable [] key;
  private byte @Nullable [] value;

  KafkaRecordReader(JsonParser json) {
    this.json = json;
  }

  @SuppressWarnings(
      "NullAway") // javac keeps no type annotation of a compact constructor's parameter
  SourceRecord read() throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      field(name, json.nextToken());
    }
    return new SourceRecord(coordinates(), timestamp(), key, value, headers);
  }

  private void field(String name, JsonToken token) throws IOException {
    switch (name) {
      case "topic" -> topic = json.getValueAsString("");
      case "partition" -> partition = json.getIntValue();
      case "offset" -> offset = json.getLongValue();
      case "timestamp" -> timestamp = json.getLongValue();
      case "key" -> key = bytes(token);
      case "value" -> value = bytes(token);
      case "headers" -> headers(token);
      default -> json.skipChildren();
    }
  }

  private Coordinates coordinates() {
    if (topic.isEmpty() || partition < 0 || offset < 0) {
      throw new MalformedEventException(
          "not a Kafka event: a record lacks its topic, partition or offset");
    }
    return new Coordinates(topic, (int) partition, offset);
  }

  private long timestamp() {
    if (timestamp == null) {
      throw new MalformedEventException(
          "not a Kafka event: the record at " + coordinates() + " lacks its timestamp");
    }
    return timestamp;
  }

  private byte @Nullable [] bytes(JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? null : json.getBinaryValue();
  }

  private void headers(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    expect(token, JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        headers.add(new RecordHeader(name, headerValue(json.nextToken())));
      }
    }
    expect(json.currentToken(), JsonToken.END_ARRAY);
  }

  private byte @Nullable [] headerValue(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    expect(token, JsonToken.START_ARRAY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      bytes.write(json.getByteValue());
    }
    expect(json.currentToken(), JsonToken.END_ARRAY);
    return bytes.toByteArray();
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw new MalformedEventException(
          "not a Kafka event: a record's headers are not as expected");
    }
  }
}
