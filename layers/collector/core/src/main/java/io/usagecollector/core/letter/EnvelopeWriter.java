package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the two parts of an envelope. */
final class EnvelopeWriter {
  private EnvelopeWriter() {}

  /**
   * The fields that explain, without values.
   *
   * @param longest the most characters of a text; of a longer one only so many are written
   */
  static void explanation(JsonGenerator json, Letter letter, int longest) throws IOException {
    SourceRecord record = letter.record();
    json.writeStringField("key", letter.key());
    json.writeStringField("stream", begun(letter.origin().stream().value(), longest));
    json.writeStringField("sink", begun(letter.origin().sink(), longest));
    json.writeStringField("topic", begun(record.at().topic(), longest));
    json.writeNumberField("partition", record.at().partition());
    json.writeNumberField("offset", record.at().offset());
    json.writeNumberField("timestamp_ms", record.timestampMillis());
    json.writeNumberField("ordinal", letter.ordinal());
    if (letter.parts().isPresent()) {
      json.writeNumberField("parts", letter.parts().getAsInt());
    }
    json.writeStringField("at", letter.at().toString());
    json.writeStringField("mapping_version", begun(letter.origin().mappingVersion(), longest));
    attempts(json, letter.attempts());
    json.writeStringField("kind", letter.reason().kind().name());
    json.writeStringField("reason", begun(letter.reason().safeText(), longest));
  }

  private static String begun(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static void attempts(JsonGenerator json, Attempts attempts) throws IOException {
    json.writeNumberField("attempts", attempts.count());
    json.writeStringField("first_failure", attempts.firstFailure().toString());
    if (!attempts.since().equals(attempts.firstFailure())) {
      json.writeStringField("since", attempts.since().toString());
    }
    json.writeStringField("not_before", attempts.notBefore().toString());
    json.writeBooleanField("ambiguous", attempts.ambiguous());
  }

  /** The object that holds the values. */
  static void content(JsonGenerator json, Letter letter) throws IOException {
    json.writeStartObject();
    json.writeStringField("full_reason", letter.reason().fullText());
    record(json, letter.record());
    end(json, letter);
  }

  /** The same with every text that {@link #explanation} only begins. */
  static void longContent(JsonGenerator json, Letter letter, int longest) throws IOException {
    json.writeStartObject();
    whole(json, "stream", letter.origin().stream().value(), longest);
    whole(json, "sink", letter.origin().sink(), longest);
    whole(json, "topic", letter.record().at().topic(), longest);
    whole(json, "mapping_version", letter.origin().mappingVersion(), longest);
    whole(json, "reason", letter.reason().safeText(), longest);
    json.writeStringField("full_reason", letter.reason().fullText());
    record(json, letter.record());
    end(json, letter);
  }

  private static void whole(JsonGenerator json, String name, String text, int longest)
      throws IOException {
    if (text.length() > longest) {
      json.writeStringField(name, text);
    }
  }

  /** The same where the record is that of an earlier letter of the message. */
  static void content(JsonGenerator json, Letter letter, int recordOf) throws IOException {
    json.writeStartObject();
    json.writeStringField("full_reason", letter.reason().fullText());
    json.writeNumberField("record_of", recordOf);
    end(json, letter);
  }

  private static void end(JsonGenerator json, Letter letter) throws IOException {
    if (letter.event().isPresent()) {
      event(json, letter.event().get());
    }
    json.writeEndObject();
  }

  private static void record(JsonGenerator json, SourceRecord record) throws IOException {
    bytes(json, "key", record.key());
    bytes(json, "value", record.value());
    json.writeArrayFieldStart("headers");
    for (RecordHeader header : record.headers()) {
      json.writeStartObject();
      json.writeStringField("name", header.name());
      bytes(json, "value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void event(JsonGenerator json, UsageEvent event) throws IOException {
    json.writeObjectFieldStart("event");
    json.writeStringField("event_id", event.eventId());
    json.writeStringField("timestamp", event.timestamp());
    json.writeStringField("external_customer_id", event.externalCustomerId());
    json.writeStringField("event_name", event.eventName());
    json.writeBinaryField("json", event.json());
    json.writeEndObject();
  }

  private static void bytes(JsonGenerator json, String name, byte @Nullable [] bytes)
      throws IOException {
    if (bytes == null) {
      json.writeNullField(name);
    } else {
      json.writeBinaryField(name, bytes);
    }
  }
}
