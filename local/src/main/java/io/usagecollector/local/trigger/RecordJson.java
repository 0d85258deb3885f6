package io.usagecollector.local.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A Kafka record as Lambda's event shows it: base64 key and value, headers as signed bytes. */
final class RecordJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RecordJson() {}

  /**
   * With {@code absent} a null key or value is left out, else it is written as null: both occur.
   */
  static byte[] write(ConsumerRecord<byte[], byte[]> record, boolean absent) {
    var out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("topic", record.topic());
      json.writeNumberField("partition", record.partition());
      json.writeNumberField("offset", record.offset());
      json.writeNumberField("timestamp", record.timestamp());
      json.writeStringField("timestampType", timestampType(record.timestampType()));
      writeBytes(json, "key", record.key(), absent);
      writeBytes(json, "value", record.value(), absent);
      writeHeaders(json, record);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String timestampType(TimestampType type) {
    return type == TimestampType.LOG_APPEND_TIME ? "LOG_APPEND_TIME" : "CREATE_TIME";
  }

  private static void writeBytes(
      JsonGenerator json, String name, byte @Nullable [] bytes, boolean absent) throws IOException {
    if (bytes != null) {
      json.writeStringField(name, Base64.getEncoder().encodeToString(bytes));
    } else if (!absent) {
      json.writeNullField(name);
    }
  }

  private static void writeHeaders(JsonGenerator json, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    json.writeArrayFieldStart("headers");
    for (Header header : record.headers()) {
      json.writeStartObject();
      json.writeArrayFieldStart(header.key());
      for (byte b : header.value() == null ? new byte[0] : header.value()) {
        json.writeNumber((int) b);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
