package io.usagecollector.testkit.flexprice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Json;
import io.usagecollector.testkit.flexprice.fault.CannedAnswer;
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

  public static Reply of(ApiProblem problem) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("code", problem.code())
            .put("message", problem.message())
            .put("http_status_code", problem.status());
    if (!problem.details().isEmpty()) {
      problem.details().forEach(body.putObject("details")::put);
    }
    return tree(problem.status(), body);
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

  static Reply unknownRoute() {
    return text(404, "text/plain", "404 page not found");
  }

  /** The trailing slash gone, by the status gin uses for the method. */
  static Reply redirect(String method, String path) {
    int status = method.equals("GET") ? 301 : 307;
    return new Reply(status, "", new byte[0], Map.of("Location", path), 0);
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

  private static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of(), 0);
  }
}
