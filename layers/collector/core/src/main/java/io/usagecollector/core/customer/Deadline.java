package io.usagecollector.core.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When a call's work must have ended, requests and waiting included. */
public record Deadline(InstantSource clock, Instant ends) {
  public static Deadline in(Duration time, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(time));
  }

  /** How long is left: negative once it is over. */
  public Duration left() {
    return Duration.between(clock.instant(), ends);
  }

  public boolean isOver() {
    return !left().isPositive();
  }

  /** The nearer of this and one so long from now. */
  public Deadline within(Duration time) {
    Instant nearer = clock.instant().plus(time);
    return nearer.isBefore(ends) ? new Deadline(clock, nearer) : this;
  }
}
