package io.usagecollector.simulation.billing;

import java.time.Duration;
import java.util.Optional;

/** The service's answers, word for word as it writes them. */
final class Replies {
  private Replies() {}

  static ServiceReply accepted(boolean single) {
    return ServiceReply.json(
        202,
        single
            ? "{\"event_id\":\"e\",\"message\":\"Event accepted for processing\"}"
            : "{\"message\":\"Events accepted for processing\"}");
  }

  static ServiceReply refused() {
    return validation("Invalid request payload", "");
  }

  static ServiceReply missingName() {
    return validation(
        "Request validation failed",
        ",\"details\":{\"EventName\":\"Key: 'EventName' Error: on the 'required' tag\"}");
  }

  private static ServiceReply validation(String message, String details) {
    return ServiceReply.json(
        400,
        "{\"code\":\"validation_error\",\"message\":\""
            + message
            + "\",\"http_status_code\":400"
            + details
            + "}");
  }

  static ServiceReply keyRefused() {
    return ServiceReply.json(401, "{\"error\":\"Unauthorized\"}");
  }

  static ServiceReply gatewayRefuses() {
    return ServiceReply.json(401, "{\"message\":\"Unauthorized\"}");
  }

  static ServiceReply throttled(Optional<Duration> retryAfter) {
    return ServiceReply.json(
        429, "{\"error\":\"Rate limit exceeded. Try again later.\"}", retryAfter);
  }

  static ServiceReply unavailable(Optional<Duration> retryAfter) {
    return ServiceReply.json(503, "", retryAfter);
  }

  static ServiceReply brokenDown() {
    return ServiceReply.json(
        500,
        "{\"code\":\"internal_error\",\"message\":\"An unexpected error occurred\","
            + "\"http_status_code\":500}");
  }
}
