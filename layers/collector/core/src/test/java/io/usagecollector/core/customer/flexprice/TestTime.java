package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the stand-in and of those who wait for it: it goes on when somebody sleeps. */
final class TestTime extends Clock implements Sleeper {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00.250Z");

  private Instant now = NOW;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(pause);
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("tests know UTC only");
  }
}
