package io.usagecollector.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What a caller gets: the function's answer, or API Gateway's own where there is none. */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The function failed, or what it gave is no answer. */
  static final HttpAnswer FAILED = own(500, "Internal Server Error");

  /** The function did not answer in time. */
  static final HttpAnswer TIMED_OUT = own(503, "Service Unavailable");

  private static HttpAnswer own(int status, String message) {
    return new HttpAnswer(
        status,
        Map.of("Content-Type", "application/json"),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  static HttpAnswer read(byte[] answer) {
    try {
      JsonNode read = JSON.readTree(answer);
      if (!read.path("statusCode").isInt()) {
        return FAILED;
      }
      var headers = new TreeMap<String, String>();
      read.path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
      return new HttpAnswer(read.path("statusCode").asInt(), headers, body(read));
    } catch (IOException | IllegalArgumentException e) {
      return FAILED;
    }
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText();
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
