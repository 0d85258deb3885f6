package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.Zone;
import io.usagecollector.bloblang.gotext.time.strftime.Strftime;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Str;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Methods that give a moment as text or as a number. */
public final class TimeFormatting implements Table<MethodSpec> {
  private static final Str RFC3339_NANO = Str.of("2006-01-02T15:04:05.999999999Z07:00");

  @Override
  public List<String> names() {
    return List.of(
        "ts_format",
        "format_timestamp",
        "ts_strftime",
        "format_timestamp_strftime",
        "ts_unix",
        "ts_unix_milli",
        "ts_unix_micro",
        "ts_unix_nano",
        "format_timestamp_unix",
        "format_timestamp_unix_milli",
        "format_timestamp_unix_micro",
        "format_timestamp_unix_nano");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "ts_format" ->
          formatting(name)
              .example(
                  "root.day = this.at.ts_format(\"Mon Jan 2\", \"UTC\")",
                  "{\"at\":1597405526}",
                  "{\"day\":\"Fri Aug 14\"}");
      case "format_timestamp" ->
          formatting(name)
              .deprecated("ts_format")
              .example(
                  "root.day = this.at.format_timestamp(\"2006-01-02\")",
                  "{\"at\":1597405526}",
                  "{\"day\":\"2020-08-14\"}");
      case "ts_strftime" ->
          strftime(name)
              .example(
                  "root.day = this.at.ts_strftime(\"%a %b %d\", \"UTC\")",
                  "{\"at\":1597405526}", "{\"day\":\"Fri Aug 14\"}");
      case "format_timestamp_strftime" ->
          strftime(name)
              .deprecated("ts_strftime")
              .example(
                  "root.day = this.at.format_timestamp_strftime(\"%Y-%m-%d\")",
                  "{\"at\":1597405526}", "{\"day\":\"2020-08-14\"}");
      case "ts_unix" ->
          measure(name, "The seconds since 1970.", GoTime::seconds)
              .example(
                  "root.at = this.at.ts_unix()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000}");
      case "ts_unix_milli" ->
          measure(name, "The milliseconds since 1970.", GoTime::unixMilli)
              .example(
                  "root.at = this.at.ts_unix_milli()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000}");
      case "ts_unix_micro" ->
          measure(name, "The microseconds since 1970.", GoTime::unixMicro)
              .example(
                  "root.at = this.at.ts_unix_micro()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000000}");
      case "ts_unix_nano" ->
          measure(name, "The nanoseconds since 1970.", GoTime::unixNano)
              .example(
                  "root.at = this.at.ts_unix_nano()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000000000}");
      case "format_timestamp_unix" ->
          measure(name, "The seconds since 1970.", GoTime::seconds)
              .deprecated("ts_unix")
              .example(
                  "root.at = this.at.format_timestamp_unix()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000}");
      case "format_timestamp_unix_milli" ->
          measure(name, "The milliseconds since 1970.", GoTime::unixMilli)
              .deprecated("ts_unix_milli")
              .example(
                  "root.at = this.at.format_timestamp_unix_milli()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000}");
      case "format_timestamp_unix_micro" ->
          measure(name, "The microseconds since 1970.", GoTime::unixMicro)
              .deprecated("ts_unix_micro")
              .example(
                  "root.at = this.at.format_timestamp_unix_micro()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000000}");
      case "format_timestamp_unix_nano" ->
          measure(name, "The nanoseconds since 1970.", GoTime::unixNano)
              .deprecated("ts_unix_nano")
              .example(
                  "root.at = this.at.format_timestamp_unix_nano()",
                  "{\"at\":\"2009-11-10T23:00:00Z\"}",
                  "{\"at\":1257894000000000000}");
      default -> throw Table.noRow(name);
    };
  }

  private static MethodSpec formatting(String name) {
    return TimeOps.spec(
            name,
            "The moment as text, by a layout of the reference time Mon Jan 2 15:04:05 MST 2006.")
        .param(Param.string("format", "The layout.").or(RFC3339_NANO))
        .param(Param.string("tz", "The zone to show it in.").orAbsent())
        .op(TimeFormatting::format);
  }

  private static Op format(Args args) throws ArgumentException {
    Layout layout = Layout.compile(args.text(0));
    UnaryOperator<GoTime> shown = shownIn(args, 1);
    return TimeOps.ofTime(time -> Str.of(layout.format(shown.apply(time))));
  }

  /** The moment in the zone that an optional argument names. */
  private static UnaryOperator<GoTime> shownIn(Args args, int place) throws ArgumentException {
    if (!args.has(place)) {
      return time -> time;
    }
    Zone zone = TimeOps.zone(args.text(place));
    return time -> time.in(zone);
  }

  private static MethodSpec measure(String name, String description, ToLongFunction<GoTime> body) {
    Op op = TimeOps.measuring(body);
    return TimeOps.spec(name, description).op(args -> op);
  }

  private static MethodSpec strftime(String name) {
    return TimeOps.spec(name, "The moment as text, by a strftime format.")
        .param(Param.string("format", "The format, such as %Y-%m-%d."))
        .param(Param.string("tz", "The zone to show it in.").orAbsent())
        .op(args -> {
          String format = args.text(0);
          UnaryOperator<GoTime> shown = shownIn(args, 1);
          return TimeOps.ofTime(time -> Str.of(Strftime.format(shown.apply(time), format)));
        });
  }
}
