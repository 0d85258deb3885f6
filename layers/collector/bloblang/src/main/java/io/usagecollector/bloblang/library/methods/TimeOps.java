package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Zone;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Timestamps;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** The usual shapes of methods on moments: a timestamp, its RFC 3339 text, or unix seconds. */
final class TimeOps {
  private static final String TIME = "Timestamp Manipulation";

  private TimeOps() {}

  static MethodSpec spec(String name, String description) {
    return MethodSpec.of(name, TIME, description).plugin().folding();
  }

  /** From a moment to anything. */
  static Op ofTime(Function<GoTime, Value> body) {
    return (receiver, frame) -> {
      Value moment = Timestamps.of(receiver);
      return moment instanceof Time t ? body.apply(t.at()) : moment;
    };
  }

  static Op moving(UnaryOperator<GoTime> body) {
    return ofTime(time -> Time.of(body.apply(time)));
  }

  static Op measuring(ToLongFunction<GoTime> body) {
    return ofTime(time -> IntNum.of(body.applyAsLong(time)));
  }

  static Zone zone(String name) throws ArgumentException {
    try {
      return Zone.load(name);
    } catch (GoException e) {
      throw new ArgumentException(
          Err.of(
              "failed to parse timezone location name: " + e.getMessage(),
              "failed to parse timezone location name"));
    }
  }
}
