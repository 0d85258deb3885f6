package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;

/** Values read as moments. */
public final class Timestamps {
  private Timestamps() {}

  /** A timestamp, its RFC 3339 text, or unix seconds; else an {@link Err}. */
  public static Value of(Value value) {
    return switch (value) {
      case Time t -> t;
      case Num n -> unix(n);
      case Str s -> parsed(Layout.RFC3339_NANO, s.toString());
      case Bin b -> parsed(Layout.RFC3339_NANO, b.asStr().toString());
      default -> Err.type(value, Kind.NUMBER, Kind.STRING);
    };
  }

  /** A text read by a layout. */
  public static Value parsed(Layout layout, String text) {
    try {
      return Time.of(layout.parse(text));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no time of this layout");
    }
  }

  private static Value unix(Num num) {
    if (Numbers.isBeyondFloat(num)) {
      // Upstream reads such number text as text.
      return parsed(Layout.RFC3339_NANO, num.toString());
    }
    return Time.of(
        num.widened() instanceof IntNum n
            ? GoTime.ofUnix(n.value(), 0)
            : GoTime.ofUnix(Numbers.toDouble(num)));
  }
}
