package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.sink.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/**
 * What the service's clock shows, by the dates of its answers: it judges by that clock whether a
 * time lies too far back. At most a second and an answer's way behind it. Thread-safe.
 */
final class ServerClock {
  private final InstantSource clock;
  private volatile Duration ahead = Duration.ZERO;

  ServerClock(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes note of an answer that has just come. */
  void heard(Reply reply) {
    reply.headers().firstValue("Date").ifPresent(this::read);
  }

  private void read(String date) {
    try {
      Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
      ahead = Duration.between(clock.instant(), there);
    } catch (DateTimeException e) {
      // An answer without a date that can be read: what was known stays.
    }
  }

  Instant now() {
    return clock.instant().plus(ahead);
  }
}
