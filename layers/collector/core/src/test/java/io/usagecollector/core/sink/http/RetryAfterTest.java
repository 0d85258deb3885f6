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
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Optional<Duration> of(Map<String, List<String>> headers) {
    return of(429, headers);
  }

  private static Optional<Duration> of(int status, Map<String, List<String>> headers) {
    HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
    return RetryAfter.of(new Reply(status, all, Optional.empty()), NOW);
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

  @ParameterizedTest
  @CsvSource({"429,30", "503,30"})
  void theResetTimeIsAPauseWhereCallsWereTooMany(int status, long seconds) {
    String reset = Long.toString(NOW.getEpochSecond() + seconds);
    assertThat(of(status, Map.of("X-RateLimit-Reset", List.of(reset))))
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 400, 401, 403, 404, 408, 425, 500, 502, 504})
  void theResetTimeOfAnyOtherAnswerAsksForNothing(int status) {
    String reset = Long.toString(NOW.getEpochSecond() + 3_600);
    assertThat(of(status, Map.of("X-RateLimit-Reset", List.of(reset)))).isEmpty();
  }

  /** A server whose clock is ten minutes ahead means five seconds. */
  @Test
  void timesAreMeasuredAgainstTheAnswersOwnClock() {
    String there = "Thu, 01 Jan 2026 00:10:00 GMT";
    String then = "Thu, 01 Jan 2026 00:10:05 GMT";
    String reset = Long.toString(NOW.getEpochSecond() + 605);
    assertThat(of(Map.of("Date", List.of(there), "Retry-After", List.of(then))))
        .contains(Duration.ofSeconds(5));
    assertThat(of(Map.of("Date", List.of(there), "X-RateLimit-Reset", List.of(reset))))
        .contains(Duration.ofSeconds(5));
    assertThat(of(Map.of("Date", List.of(then), "Retry-After", List.of(there))))
        .contains(Duration.ZERO);
    assertThat(of(Map.of("Date", List.of("today"), "Retry-After", List.of(then))))
        .contains(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "3600", "999999999999", "Fri, 31 Dec 2027 00:00:00 GMT"})
  void noPauseIsLongerThanFiveMinutes(String header) {
    assertThat(of(Map.of("Retry-After", List.of(header)))).contains(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 500, 502, 504})
  void anAnswerThatSpeaksOfOneBulkAsksForSecondsAtMost(int status) {
    assertThat(of(status, Map.of("Retry-After", List.of("3")))).contains(Duration.ofSeconds(3));
    assertThat(of(status, Map.of("Retry-After", List.of("3600")))).contains(Duration.ofSeconds(5));
  }

  @Property
  void noHeaderBreaksIt(@ForAll String header) {
    assertThat(of(Map.of("Retry-After", List.of(header), "X-RateLimit-Reset", List.of(header))))
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(),
            found -> assertThat(found.orElseThrow()).isBetween(Duration.ZERO, RetryAfter.LONGEST));
  }
}
