package io.usagecollector.testkit.openmeter.fault;

import io.usagecollector.testkit.fault.CannedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the service and the gateway before it write when they cannot do what was asked. */
public final class OpenMeterErrors {
  private static final String PROBLEM = "application/problem+json";

  private OpenMeterErrors() {}

  /** 429 without a word on how long. */
  public static CannedAnswer throttled() {
    return konnect(429, "rate-limited", "Rate Limited", "Too many requests");
  }

  /** 429 with {@code Retry-After} in seconds. */
  public static CannedAnswer throttledFor(Duration wait) {
    return throttled().retryAfter(wait);
  }

  /** 429 with {@code X-RateLimit-Reset} in epoch seconds and no {@code Retry-After}. */
  public static CannedAnswer throttledWithReset(Instant reset) {
    return throttled().limitedUntil(reset);
  }

  /** 500 of the product's code: it never says why. */
  public static CannedAnswer internalError() {
    return new CannedAnswer(
        500,
        Map.of(),
        PROBLEM,
        "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
            + "\"instance\":\"urn:request:stand-in\"}");
  }

  /** 408: what the server waited for, its database say, was cut off. */
  public static CannedAnswer canceled() {
    return new CannedAnswer(
        408,
        Map.of(),
        PROBLEM,
        "{\"type\":\"about:blank\",\"title\":\"Request Timeout\",\"status\":408,"
            + "\"detail\":\"context canceled\",\"instance\":\"urn:request:stand-in\"}");
  }

  /** 503 in v3's words. */
  public static CannedAnswer unavailable() {
    return konnect(503, "unavailable", "Unavailable", "The requested service is unavailable");
  }

  /** 401 in v3's words. */
  public static CannedAnswer unauthenticated() {
    return konnect(401, "unauthenticated", "Unauthenticated", "A valid token is required");
  }

  /** 403 in v3's words. */
  public static CannedAnswer forbidden() {
    return konnect(403, "unauthorized", "Forbidden", "Permission denied");
  }

  /** 410 in v3's words. */
  public static CannedAnswer gone() {
    return konnect(410, "gone", "Gone", "The requested resource is no longer available");
  }

  private static CannedAnswer konnect(int status, String slug, String title, String detail) {
    return new CannedAnswer(
        status,
        Map.of(),
        PROBLEM,
        "{\"type\":\"https://kongapi.info/konnect/%s\",\"status\":%d,\"title\":\"%s\","
                .formatted(slug, status, title)
            + "\"instance\":\"urn:request:stand-in\",\"detail\":\"%s\"}".formatted(detail));
  }
}
