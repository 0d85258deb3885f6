package io.usagecollector.bloblang.value;

import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;

/** A moment with its zone. It prints as RFC 3339 with trailing zeros of the fraction cut. */
public final class Time extends Value {
  private final GoTime at;

  private Time(GoTime at) {
    this.at = at;
  }

  public static Time of(GoTime at) {
    return new Time(at);
  }

  /** So many seconds and nanoseconds after the beginning of 1970, in UTC. */
  public static Time ofUnix(long seconds, long nanos) {
    return new Time(GoTime.ofUnix(seconds, nanos));
  }

  public GoTime at() {
    return at;
  }

  @Override
  public Kind kind() {
    return Kind.TIMESTAMP;
  }

  /** True if JSON can carry it: its year has four digits. */
  public boolean isPrintable() {
    long year = at.civil().year();
    return year >= 0 && year <= 9999;
  }

  /** RFC 3339 with up to nine fractional digits. */
  @Override
  public String toString() {
    return Layout.RFC3339_NANO.format(at);
  }
}
