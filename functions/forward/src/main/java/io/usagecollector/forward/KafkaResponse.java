package io.usagecollector.forward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.event.SourceHandle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * An acknowledgement as a Kafka trigger reads it: {@code
 * {"batchItemFailures":[{"itemIdentifier":{"partition":"topic-0","offset":100}}]}}, or a failed
 * invocation. Nothing is decided here.
 */
final class KafkaResponse {
  private static final JsonFactory JSON = new JsonFactory();

  private KafkaResponse() {}

  static void write(Acknowledgement acknowledgement, OutputStream out) throws IOException {
    switch (acknowledgement) {
      case Acknowledgement.Settled _ -> list(List.of(), out);
      case Acknowledgement.Listed(var held) -> list(held, out);
      case Acknowledgement.Failed(var report) -> throw new HeldRecordsException(report);
    }
  }

  private static void list(List<SourceHandle> held, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (SourceHandle handle : held) {
        json.writeStartObject();
        item(handle, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void item(SourceHandle handle, JsonGenerator json) throws IOException {
    switch (handle) {
      case SourceHandle.KafkaRecord(var at) -> {
        json.writeObjectFieldStart("itemIdentifier");
        json.writeStringField("partition", at.topic() + "-" + at.partition());
        json.writeNumberField("offset", at.offset());
        json.writeEndObject();
      }
      case SourceHandle.QueueMessage message ->
          throw new IllegalStateException("a Kafka trigger handed over no " + message);
    }
  }
}
