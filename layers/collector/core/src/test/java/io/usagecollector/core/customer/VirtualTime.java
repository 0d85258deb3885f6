package io.usagecollector.core.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when somebody sleeps, and at no other time. */
public final class VirtualTime implements InstantSource, Sleeper {
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(pause);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
