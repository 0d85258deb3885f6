package io.usagecollector.forward;

import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.aws.BatchItemFailures;
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
  private KafkaResponse() {}

  static void write(Acknowledgement acknowledgement, OutputStream out) throws IOException {
    switch (acknowledgement) {
      case Acknowledgement.Settled _ ->
          BatchItemFailures.write(List.of(), KafkaResponse::identify, out);
      case Acknowledgement.Listed(var held) ->
          BatchItemFailures.write(held, KafkaResponse::identify, out);
      case Acknowledgement.Failed(var report) -> throw new HeldRecordsException(report);
    }
  }

  private static void identify(SourceHandle handle, JsonGenerator json) throws IOException {
    switch (handle) {
      case SourceHandle.KafkaRecord(var at) -> {
        json.writeStartObject();
        json.writeStringField("partition", at.topic() + "-" + at.partition());
        json.writeNumberField("offset", at.offset());
        json.writeEndObject();
      }
      case SourceHandle.QueueMessage message ->
          throw new IllegalStateException("a Kafka trigger handed over no " + message);
    }
  }
}
