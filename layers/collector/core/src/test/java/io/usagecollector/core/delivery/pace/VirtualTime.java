package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only sleeping and sending move. */
public final class VirtualTime implements InstantSource, Sleeper {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration pause) {
    now = now.plus(pause);
  }
}
