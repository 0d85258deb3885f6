package io.usagecollector.core.sink.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a reply asks to wait: {@code Retry-After} in seconds or as an HTTP date; else, with 429
 * and 503, {@code X-RateLimit-Reset} in seconds since 1970, which other replies carry without
 * asking for anything. What cannot be read asks for nothing.
 */
public final class RetryAfter {
  /** More is not believed: it is a mistake more often than meant, and trying again costs a call. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  /** The same for any other status: its bulk waits, and whatever else is in it. */
  public static final Duration LONGEST_OF_ONE = Duration.ofSeconds(5);

  private static final int MOST_DIGITS = 12;

  private RetryAfter() {}

  /**
   * The pause asked for, never negative. Times are measured against the reply's own {@code Date}:
   * the service's clock need not be ours.
   *
   * @param now when the reply came, for one without a date
   */
  public static Optional<Duration> of(Reply reply, Instant now) {
    boolean ofAll = reply.status() == 429 || reply.status() == 503;
    Instant there = header(reply, "Date").flatMap(RetryAfter::date).orElse(now);
    Optional<Duration> stated =
        header(reply, "Retry-After").flatMap(value -> secondsOrDate(value, there));
    return (ofAll ? stated.or(() -> reset(reply, there)) : stated)
        .map(wait -> bounded(wait, ofAll ? LONGEST : LONGEST_OF_ONE));
  }

  private static Optional<String> header(Reply reply, String name) {
    return reply.headers().firstValue(name).map(String::strip);
  }

  private static Optional<Duration> secondsOrDate(String value, Instant there) {
    return seconds(value)
        .map(Duration::ofSeconds)
        .or(() -> date(value).map(then -> Duration.between(there, then)));
  }

  private static Optional<Duration> reset(Reply reply, Instant there) {
    return header(reply, "X-RateLimit-Reset")
        .flatMap(RetryAfter::seconds)
        .map(seconds -> Duration.between(there, Instant.ofEpochSecond(seconds)));
  }

  private static Optional<Long> seconds(String value) {
    boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && value.length() <= MOST_DIGITS
        ? Optional.of(Long.parseLong(value))
        : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait, Duration longest) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
