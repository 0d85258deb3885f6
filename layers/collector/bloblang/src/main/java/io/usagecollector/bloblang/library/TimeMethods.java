package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoDuration;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.Period;
import io.usagecollector.bloblang.gotext.time.Strftime;
import io.usagecollector.bloblang.gotext.time.Strptime;
import io.usagecollector.bloblang.gotext.time.Zone;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.Timestamps;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Methods on moments: a timestamp, its RFC 3339 text, or unix seconds. */
final class TimeMethods {
  private static final String TIME = "Timestamp Manipulation";
  private static final Str RFC3339_NANO = Str.of("2006-01-02T15:04:05.999999999Z07:00");

  private TimeMethods() {}

  static List<MethodSpec> all() {
    return List.of(
        spec(
                "ts_parse",
                "The timestamp that a text says, by a layout of the reference time Mon Jan 2 15:04:05 MST 2006.")
            .param(Param.string("format", "The layout."))
            .example(
                "root.at = this.at.ts_parse(\"2006-Jan-02\")",
                "{\"at\":\"2020-Aug-14\"}",
                "{\"at\":\"2020-08-14T00:00:00Z\"}")
            .op(args -> parse(args.text(0), time -> time)),
        spec("parse_timestamp", "As ts_parse, but gives RFC 3339 text.")
            .param(Param.string("format", "The layout."))
            .deprecated("ts_parse")
            .example(
                "root.at = this.day.parse_timestamp(\"2006-Jan-02\")",
                "{\"day\":\"2020-Aug-14\"}",
                "{\"at\":\"2020-08-14T00:00:00Z\"}")
            .op(args -> parse(args.text(0), TimeMethods::asText)),
        formatting("ts_format")
            .example(
                "root.day = this.at.ts_format(\"Mon Jan 2\", \"UTC\")",
                "{\"at\":1597405526}",
                "{\"day\":\"Fri Aug 14\"}"),
        formatting("format_timestamp")
            .deprecated("ts_format")
            .example(
                "root.day = this.at.format_timestamp(\"2006-01-02\")",
                "{\"at\":1597405526}",
                "{\"day\":\"2020-08-14\"}"),
        strptime("ts_strptime", time -> time)
            .example(
                "root.at = this.day.ts_strptime(\"%Y-%b-%d\")",
                "{\"day\":\"2020-Aug-14\"}", "{\"at\":\"2020-08-14T00:00:00Z\"}"),
        strptime("parse_timestamp_strptime", TimeMethods::asText)
            .deprecated("ts_strptime")
            .example(
                "root.at = this.day.parse_timestamp_strptime(\"%Y-%b-%d\")",
                "{\"day\":\"2020-Aug-14\"}", "{\"at\":\"2020-08-14T00:00:00Z\"}"),
        strftime("ts_strftime")
            .example(
                "root.day = this.at.ts_strftime(\"%a %b %d\", \"UTC\")",
                "{\"at\":1597405526}", "{\"day\":\"Fri Aug 14\"}"),
        strftime("format_timestamp_strftime")
            .deprecated("ts_strftime")
            .example(
                "root.day = this.at.format_timestamp_strftime(\"%Y-%m-%d\")",
                "{\"at\":1597405526}", "{\"day\":\"2020-08-14\"}"),
        spec("ts_round", "The nearest moment that is a multiple of a duration.")
            .param(Param.integer("duration", "The duration in nanoseconds."))
            .example(
                "root.at = this.at.ts_round(\"1h\".parse_duration())",
                "{\"at\":\"2020-08-14T05:54:23Z\"}",
                "{\"at\":\"2020-08-14T06:00:00Z\"}")
            .op(args -> moving(time -> time.round(args.integer(0)))),
        spec(
                "ts_add_iso8601",
                "The moment moved on by an ISO 8601 period, years and months by the calendar.")
            .param(Param.string("duration", "The period, such as P1Y2M3DT4H5M6S."))
            .example(
                "root.at = this.at.ts_parse(\"2006-01-02\").ts_add_iso8601(\"P1D\")",
                "{\"at\":\"2020-08-31\"}",
                "{\"at\":\"2020-09-01T00:00:00Z\"}")
            .op(args -> shifting(period(args), false)),
        spec(
                "ts_sub_iso8601",
                "The moment moved back by an ISO 8601 period, years and months by the calendar.")
            .param(Param.string("duration", "The period, such as P1Y2M3DT4H5M6S."))
            .example(
                "root.at = this.at.ts_parse(\"2006-01-02\").ts_sub_iso8601(\"P1D\")",
                "{\"at\":\"2020-08-31\"}",
                "{\"at\":\"2020-08-30T00:00:00Z\"}")
            .op(args -> shifting(period(args), true)),
        spec(
                "parse_duration_iso8601",
                "The nanoseconds of an ISO 8601 period, with a year of 31556952 seconds and a month of 2629746.")
            .example(
                "root.seconds = this.took.parse_duration_iso8601() / 1000000000",
                "{\"took\":\"PT1M30.5S\"}",
                "{\"seconds\":90.5}")
            .op(args -> Ops.ofAnyText(TimeMethods::periodNanos)),
        spec("ts_tz", "The same moment in another zone.")
            .param(Param.string("tz", "The zone, such as Europe/Berlin."))
            .example(
                "root.at = this.at.ts_tz(\"Europe/Paris\")",
                "{\"at\":\"2020-08-14T05:54:23Z\"}",
                "{\"at\":\"2020-08-14T07:54:23+02:00\"}")
            .op(TimeMethods::zone),
        spec("ts_sub", "The nanoseconds since another moment.")
            .param(Param.timestamp("t2", "The other moment."))
            .example(
                "root.seconds = this.at.ts_sub(1597405526) / 1000000000",
                "{\"at\":\"2020-08-14T11:46:26Z\"}",
                "{\"seconds\":60}")
            .op(args -> measuring(time -> time.since(args.time(0).at()))),
        measure("ts_unix", "The seconds since 1970.", GoTime::seconds)
            .example(
                "root.at = this.at.ts_unix()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000}"),
        measure("ts_unix_milli", "The milliseconds since 1970.", GoTime::unixMilli)
            .example(
                "root.at = this.at.ts_unix_milli()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000}"),
        measure("ts_unix_micro", "The microseconds since 1970.", GoTime::unixMicro)
            .example(
                "root.at = this.at.ts_unix_micro()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000000}"),
        measure("ts_unix_nano", "The nanoseconds since 1970.", GoTime::unixNano)
            .example(
                "root.at = this.at.ts_unix_nano()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000000000}"),
        measure("format_timestamp_unix", "The seconds since 1970.", GoTime::seconds)
            .deprecated("ts_unix")
            .example(
                "root.at = this.at.format_timestamp_unix()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000}"),
        measure("format_timestamp_unix_milli", "The milliseconds since 1970.", GoTime::unixMilli)
            .deprecated("ts_unix_milli")
            .example(
                "root.at = this.at.format_timestamp_unix_milli()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000}"),
        measure("format_timestamp_unix_micro", "The microseconds since 1970.", GoTime::unixMicro)
            .deprecated("ts_unix_micro")
            .example(
                "root.at = this.at.format_timestamp_unix_micro()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000000}"),
        measure("format_timestamp_unix_nano", "The nanoseconds since 1970.", GoTime::unixNano)
            .deprecated("ts_unix_nano")
            .example(
                "root.at = this.at.format_timestamp_unix_nano()",
                "{\"at\":\"2009-11-10T23:00:00Z\"}",
                "{\"at\":1257894000000000000}"),
        spec("parse_duration", "The nanoseconds of a Go duration such as 1h15m30.918s.")
            .example(
                "root.seconds = this.took.parse_duration() / 1000000000",
                "{\"took\":\"1m30s\"}",
                "{\"seconds\":90}")
            .op(args -> Ops.ofAnyText(TimeMethods::duration)));
  }

  private static MethodSpec spec(String name, String description) {
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

  private static Op measuring(ToLongFunction<GoTime> body) {
    return ofTime(time -> IntNum.of(body.applyAsLong(time)));
  }

  static Value asText(Value time) {
    return time.isErr() ? time : Str.of(time.toString());
  }

  private static Op parse(String format, UnaryOperator<Value> as) {
    Layout layout = Layout.compile(format);
    return Ops.ofAnyText(text -> as.apply(Timestamps.parsed(layout, text.toString())));
  }

  private static MethodSpec formatting(String name) {
    return spec(
            name,
            "The moment as text, by a layout of the reference time Mon Jan 2 15:04:05 MST 2006.")
        .param(Param.string("format", "The layout.").or(RFC3339_NANO))
        .param(Param.string("tz", "The zone to show it in.").orAbsent())
        .op(TimeMethods::format);
  }

  private static Op format(Args args) throws ArgumentException {
    Layout layout = Layout.compile(args.text(0));
    UnaryOperator<GoTime> shown = shownIn(args, 1);
    return ofTime(time -> Str.of(layout.format(shown.apply(time))));
  }

  /** The moment in the zone that an optional argument names. */
  static UnaryOperator<GoTime> shownIn(Args args, int place) throws ArgumentException {
    if (!args.has(place)) {
      return time -> time;
    }
    Zone zone = loaded(args.text(place));
    return time -> time.in(zone);
  }

  private static Op zone(Args args) throws ArgumentException {
    Zone zone = loaded(args.text(0));
    return moving(time -> time.in(zone));
  }

  private static Zone loaded(String name) throws ArgumentException {
    try {
      return Zone.load(name);
    } catch (GoException e) {
      throw new ArgumentException(
          Err.of(
              "failed to parse timezone location name: " + e.getMessage(),
              "failed to parse timezone location name"));
    }
  }

  private static MethodSpec measure(String name, String description, ToLongFunction<GoTime> body) {
    Op op = measuring(body);
    return spec(name, description).op(args -> op);
  }

  private static Value duration(Str text) {
    try {
      return IntNum.of(GoDuration.parse(text.toString()));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no duration");
    }
  }

  private static Period period(Args args) throws ArgumentException {
    try {
      return Period.parse(args.text(0));
    } catch (GoException e) {
      throw new ArgumentException(Err.of(e.getMessage(), "the text is no period"));
    }
  }

  private static Op shifting(Period period, boolean back) {
    Period by = back ? period.negated() : period;
    return moving(by::addTo);
  }

  private static Value periodNanos(Str text) {
    try {
      return IntNum.of(Period.parse(text.toString()).nanos());
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no period");
    }
  }

  private static MethodSpec strptime(String name, UnaryOperator<Value> as) {
    return spec(name, "The timestamp that a text says, by a strptime format.")
        .param(Param.string("format", "The format, such as %Y-%m-%d."))
        .op(args -> {
          String format = args.text(0);
          return Ops.ofAnyText(text -> as.apply(strptime(text, format)));
        });
  }

  private static Value strptime(Str text, String format) {
    try {
      return Time.of(Strptime.parse(text.toString(), format));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no time of this format");
    }
  }

  private static MethodSpec strftime(String name) {
    return spec(name, "The moment as text, by a strftime format.")
        .param(Param.string("format", "The format, such as %Y-%m-%d."))
        .param(Param.string("tz", "The zone to show it in.").orAbsent())
        .op(args -> {
          String format = args.text(0);
          UnaryOperator<GoTime> shown = shownIn(args, 1);
          return ofTime(time -> Str.of(Strftime.format(shown.apply(time), format)));
        });
  }
}
