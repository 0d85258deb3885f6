package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;

/** Values read as moments. */
public final class Timestamps {
  private Timestamps() {}

  /** A timestamp, its RFC 3339 text, or unix seconds; else an {@link Err}. */
  public static Value of(Value value) {
    if (value instanceof Time) {
      return value;
    }
    if (value instanceof Num n) {
      return unix(n);
    }
    return Err.type(value, Kind.NUMBER, Kind.STRING);
  }

  private static Value unix(Num num) {
    if (Numbers.isBeyondFloat(num)) {
      return Err.of(
          "failed to parse value '" + num + "' as number", "failed to parse a value as number");
    }
    if (num.widened() instanceof IntNum n) {
      return at(n.value(), 0);
    }
    double seconds = Numbers.toDouble(num);
    double whole = seconds < 0 ? Math.ceil(seconds) : Math.floor(seconds);
    return at(Numbers.truncate(whole), Numbers.truncate((seconds - whole) * 1e9));
  }

  private static Time at(long seconds, long nanos) {
    return Time.of(Instant.ofEpochSecond(seconds, nanos).atZone(ZoneOffset.UTC));
  }
}
