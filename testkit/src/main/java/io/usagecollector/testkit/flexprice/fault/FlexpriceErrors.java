package io.usagecollector.testkit.flexprice.fault;

import io.usagecollector.testkit.fault.CannedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What Flexprice and its gateway write when they cannot do what was asked. */
public final class FlexpriceErrors {
  private static final String JSON = "application/json; charset=utf-8";
  // FX docs: the gateway's documented 429 body; the open code has no rate limit of its own.
  private static final String RATE_LIMITED =
      "{\"error\":\"Rate limit exceeded. Try again later.\"}";

  private FlexpriceErrors() {}

  /** 429 with neither {@code Retry-After} nor {@code X-RateLimit-Reset}. */
  public static CannedAnswer throttled() {
    return new CannedAnswer(429, Map.of(), JSON, RATE_LIMITED);
  }

  /** 429 with {@code Retry-After} in seconds. */
  public static CannedAnswer throttledFor(Duration wait) {
    return throttled().retryAfter(wait);
  }

  /** 429 with {@code Retry-After} as an HTTP date, which knows whole seconds only. */
  public static CannedAnswer throttledUntil(Instant end) {
    return throttled()
        .with(
            "Retry-After",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC)));
  }

  /** 429 with {@code X-RateLimit-Reset} in epoch seconds and no {@code Retry-After}. */
  public static CannedAnswer throttledWithReset(Instant reset) {
    return throttled().limitedUntil(reset);
  }

  /** 500 in the words of the server's own error handler. */
  public static CannedAnswer internalError() {
    return new CannedAnswer(
        500,
        Map.of(),
        JSON,
        "{\"code\":\"internal_error\",\"message\":\"An unexpected error occurred\","
            + "\"http_status_code\":500}");
  }

  /** 500 with an empty body, as after a panic. */
  public static CannedAnswer emptyInternalError() {
    return new CannedAnswer(500, Map.of(), "", "");
  }

  /** 500 because the tenant could not be looked up. */
  public static CannedAnswer tenantLookupFailed() {
    return new CannedAnswer(
        500, Map.of(), JSON, "{\"message\":\"failed to verify tenant access\"}");
  }

  /** 401 in the server's words: a refused key, or its database away. */
  public static CannedAnswer unauthorized() {
    return new CannedAnswer(401, Map.of(), JSON, "{\"error\":\"Unauthorized\"}");
  }
}
