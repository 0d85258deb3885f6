package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.TextNum;

/** How a number of seconds, or of something finer, becomes a timestamp. */
final class TimestampAdvice {
  private static final String FORMAT = ".ts_format(\"2006-01-02T15:04:05Z07:00\", \"UTC\")";

  /** Above this a number of seconds lies beyond the year 5100. */
  private static final double SECONDS = 1e11;

  private static final double MILLIS = 1e14;
  private static final double MICROS = 1e17;

  private TimestampAdvice() {}

  static String of(Num number) {
    double value = Math.abs(value(number));
    if (value < SECONDS) {
      return "use " + FORMAT;
    }
    return value < MILLIS
        ? "it looks like milliseconds, use (... / 1000)" + FORMAT
        : value < MICROS
            ? "it looks like microseconds, use (... / 1000000)" + FORMAT
            : "it looks like nanoseconds, use (... / 1000000000)" + FORMAT;
  }

  private static double value(Num number) {
    return switch (number) {
      case IntNum n -> n.asDouble();
      case FloatNum n -> n.value();
      case TextNum n -> n.asDouble();
    };
  }
}
