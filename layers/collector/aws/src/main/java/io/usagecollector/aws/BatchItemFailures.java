package io.usagecollector.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/**
 * What a trigger that reads lists is told of a batch: {@code
 * {"batchItemFailures":[{"itemIdentifier":...}]}}, all that it must not count as done.
 */
public final class BatchItemFailures {
  private static final JsonFactory JSON = new JsonFactory();

  private BatchItemFailures() {}

  /** How a source names one of its items. */
  @FunctionalInterface
  public interface Identifier<T> {
    /** Writes the name, one value. */
    void write(T item, JsonGenerator json) throws IOException;
  }

  /** Writes the list. */
  public static <T> void write(
      Collection<? extends T> failed, Identifier<T> identifier, OutputStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (T item : failed) {
        json.writeStartObject();
        json.writeFieldName("itemIdentifier");
        identifier.write(item, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
