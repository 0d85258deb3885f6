package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.TextNum;

/** Numbers as Go converts them. */
public final class Numbers {
  private Numbers() {}

  /** The nearest float64; infinite for number text beyond its range, where upstream fails. */
  public static double toDouble(Num num) {
    return switch (num) {
      case IntNum n -> n.asDouble();
      case FloatNum f -> f.value();
      case TextNum t -> t.asDouble();
    };
  }

  /** True for number text that no float holds. */
  public static boolean isBeyondFloat(Num num) {
    return num instanceof TextNum t && t.isBeyondFloat();
  }

  /**
   * An int64, truncated from a float; what does not fit becomes the smallest int64, as on the
   * machines upstream runs on.
   */
  public static long toLong(Num num) {
    return switch (num) {
      case IntNum n -> n.value();
      case FloatNum f -> truncate(f.value());
      case TextNum t -> {
        IntNum integer = t.asInt();
        yield integer != null ? integer.value() : truncate(t.asDouble());
      }
    };
  }

  public static long truncate(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }
}
