package io.usagecollector.redeliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/**
 * What an SQS trigger reads: {@code {"batchItemFailures":[{"itemIdentifier":"MESSAGE-ID"}]}}, the
 * messages that it must not delete. Nothing is decided here.
 */
final class SqsResponse {
  private static final JsonFactory JSON = new JsonFactory();

  private SqsResponse() {}

  static void write(Collection<QueueMessage> staying, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (QueueMessage message : staying) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", message.id());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
