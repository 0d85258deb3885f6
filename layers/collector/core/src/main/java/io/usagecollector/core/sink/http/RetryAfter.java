package io.usagecollector.core.sink.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a service asks to wait: {@code Retry-After} in seconds or as an HTTP date, else {@code
 * X-RateLimit-Reset} in seconds since 1970. What cannot be read asks for nothing.
 */
public final class RetryAfter {
  private static final int MOST_DIGITS = 12;

  private RetryAfter() {}

  /**
   * The pause asked for, never negative.
   *
   * @param now when the answer came
   */
  public static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(value -> seconds(value).map(Duration::ofSeconds).or(() -> date(value, now)))
        .or(() -> reset(headers, now));
  }

  private static Optional<Duration> reset(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("X-RateLimit-Reset")
        .map(String::strip)
        .flatMap(RetryAfter::seconds)
        .map(seconds -> until(Instant.ofEpochSecond(seconds), now));
  }

  private static Optional<Long> seconds(String value) {
    boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && value.length() <= MOST_DIGITS
        ? Optional.of(Long.parseLong(value))
        : Optional.empty();
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return Optional.of(until(then, now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration until(Instant then, Instant now) {
    Duration wait = Duration.between(now, then);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
