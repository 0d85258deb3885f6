package io.usagecollector.forward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.delivery.BatchReport;
import io.usagecollector.core.delivery.HeldRecord;
import io.usagecollector.core.event.Coordinates;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The answer to a Kafka trigger: {@code
 * {"batchItemFailures":[{"itemIdentifier":{"partition":"topic-0","offset":100}}]}}. Only a trigger
 * with {@code ReportBatchItemFailures} reads it; another takes any answer for success, so to it
 * held records are told by failing.
 */
final class BatchResponse {
  private static final JsonFactory JSON = new JsonFactory();

  private BatchResponse() {}

  static void write(BatchReport report, boolean partialResponses, OutputStream out)
      throws IOException {
    if (report.tally().held() > 0 && !partialResponses) {
      throw new HeldRecordsException(report);
    }
    write(report.held().stream().map(HeldRecord::at).distinct().toList(), out);
  }

  private static void write(List<Coordinates> held, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (Coordinates at : held) {
        json.writeStartObject();
        json.writeObjectFieldStart("itemIdentifier");
        json.writeStringField("partition", at.topic() + "-" + at.partition());
        json.writeNumberField("offset", at.offset());
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
