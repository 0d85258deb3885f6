package io.usagecollector.core.customer.openmeter;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.customer.EnsureRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the bodies of requests. */
final class AccountBodies {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands between the braces. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private AccountBodies() {}

  /** One object. */
  static byte[] write(Members members) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("not written to memory", e);
    }
    return out.toByteArray();
  }

  /**
   * A customer whose key is its only subject: without that, another customer might claim the key as
   * a subject of its own, and the events would count for both.
   */
  static byte[] customer(EnsureRequest request, Names names) {
    String key = request.key().value();
    return write(json -> {
      json.writeStringField("name", CustomerName.of(request));
      json.writeStringField("key", key);
      json.writeObjectFieldStart(names.usageAttribution());
      json.writeArrayFieldStart(names.subjectKeys());
      json.writeString(key);
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
