package io.usagecollector.testkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer ready to be sent.
 *
 * @param contentType "" for none
 * @param events how many events the request it answers carried
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record Reply(
    int status, String contentType, byte[] body, Map<String, String> headers, int events) {
  private static final String JSON = "application/json; charset=utf-8";

  public static Reply json(int status, String json) {
    return text(status, JSON, json);
  }

  public static Reply tree(int status, JsonNode json) {
    try {
      return new Reply(status, JSON, Json.MAPPER.writeValueAsBytes(json), Map.of(), 0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }

  public static Reply of(CannedAnswer answer) {
    return new Reply(
        answer.status(),
        answer.contentType(),
        answer.body().getBytes(StandardCharsets.UTF_8),
        answer.headers(),
        0);
  }

  public static Reply noContent() {
    return new Reply(204, "", new byte[0], Map.of(), 0);
  }

  /** This answer to a request that carried so many events. */
  public Reply carrying(int count) {
    return new Reply(status, contentType, body, headers, count);
  }

  /** This answer, its body compressed. */
  public Reply compressed() {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory cannot be compressed", e);
    }
    Map<String, String> encoded = new HashMap<>(headers);
    encoded.put("Content-Encoding", "gzip");
    return new Reply(status, contentType, bytes.toByteArray(), encoded, events);
  }

  public static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of(), 0);
  }
}
