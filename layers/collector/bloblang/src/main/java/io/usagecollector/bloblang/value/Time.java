package io.usagecollector.bloblang.value;

import java.time.ZonedDateTime;

/** A moment with its zone. It prints as RFC 3339 with trailing zeros of the fraction cut. */
public final class Time extends Value {
  private final ZonedDateTime at;

  private Time(ZonedDateTime at) {
    this.at = at;
  }

  public static Time of(ZonedDateTime at) {
    return new Time(at);
  }

  public ZonedDateTime at() {
    return at;
  }

  @Override
  public Kind kind() {
    return Kind.TIMESTAMP;
  }

  /** RFC 3339 with up to nine fractional digits. */
  @Override
  public String toString() {
    return TimeText.rfc3339(at);
  }
}
