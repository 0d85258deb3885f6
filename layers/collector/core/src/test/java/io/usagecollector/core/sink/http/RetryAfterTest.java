package io.usagecollector.core.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Optional<Duration> of(Map<String, List<String>> headers) {
    return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|7",
        "0|0",
        " 12 |12",
        "Thu, 01 Jan 2026 00:01:30 GMT|90",
        "Wed, 31 Dec 2025 23:00:00 GMT|0"
      })
  void secondsAndDatesAreRead(String header, long seconds) {
    assertThat(of(Map.of("Retry-After", List.of(header)))).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "-3", "1.5", "9999999999999", "2026-01-01T00:00:00Z"})
  void whatCannotBeReadAsksForNothing(String header) {
    assertThat(of(Map.of("Retry-After", List.of(header)))).isEmpty();
  }

  @Test
  void theResetTimeCountsWhereThereIsNoRetryAfter() {
    String reset = Long.toString(NOW.getEpochSecond() + 30);
    assertThat(of(Map.of("x-ratelimit-reset", List.of(reset)))).contains(Duration.ofSeconds(30));
    assertThat(of(Map.of("X-RateLimit-Reset", List.of(reset), "Retry-After", List.of("5"))))
        .contains(Duration.ofSeconds(5));
    assertThat(of(Map.of("X-RateLimit-Reset", List.of("12")))).contains(Duration.ZERO);
  }

  @Property
  void noHeaderBreaksIt(@ForAll String header) {
    assertThat(of(Map.of("Retry-After", List.of(header), "X-RateLimit-Reset", List.of(header))))
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(),
            found -> assertThat(found.orElseThrow()).isGreaterThanOrEqualTo(Duration.ZERO));
  }
}
