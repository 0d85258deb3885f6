package io.usagecollector.simulation.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes back for a request. */
sealed interface ServiceReply {
  /**
   * An answer.
   *
   * @param headers beside the usual ones
   */
  record Answered(int status, Map<String, List<String>> headers, String text)
      implements ServiceReply {
    byte[] body() {
      return text.getBytes(UTF_8);
    }
  }

  /** The connection breaks. */
  record Broken() implements ServiceReply {}

  /** Nothing comes. */
  record Silent() implements ServiceReply {}

  /** In the service's own way. */
  static ServiceReply json(int status, String text) {
    return json(status, text, Optional.empty());
  }

  static ServiceReply json(int status, String text, Optional<Duration> retryAfter) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Content-Type", List.of("application/json; charset=utf-8"));
    retryAfter.ifPresent(
        pause -> headers.put("Retry-After", List.of(String.valueOf(pause.toSeconds()))));
    return new Answered(status, headers, text);
  }

  /** From something that stands before the service. */
  static ServiceReply page(int status) {
    return new Answered(
        status, Map.of("Content-Type", List.of("text/html")), "<html><h1>" + status + "</h1>");
  }
}
