package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.span.GoDuration;
import io.usagecollector.bloblang.gotext.time.span.Period;
import io.usagecollector.bloblang.gotext.time.strftime.Strptime;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Timestamps;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** Methods that read a moment, or a stretch of time, from text. */
public final class TimeParsing implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of(
        "ts_parse",
        "parse_timestamp",
        "ts_strptime",
        "parse_timestamp_strptime",
        "parse_duration",
        "parse_duration_iso8601");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "ts_parse" ->
          TimeOps.spec(
                  name,
                  "The timestamp that a text says, by a layout of the reference time Mon Jan 2 15:04:05 MST 2006.")
              .param(Param.string("format", "The layout."))
              .example(
                  "root.at = this.at.ts_parse(\"2006-Jan-02\")",
                  "{\"at\":\"2020-Aug-14\"}",
                  "{\"at\":\"2020-08-14T00:00:00Z\"}")
              .op(args -> parse(args.text(0), time -> time));
      case "parse_timestamp" ->
          TimeOps.spec(name, "As ts_parse, but gives RFC 3339 text.")
              .param(Param.string("format", "The layout."))
              .deprecated("ts_parse")
              .example(
                  "root.at = this.day.parse_timestamp(\"2006-Jan-02\")",
                  "{\"day\":\"2020-Aug-14\"}",
                  "{\"at\":\"2020-08-14T00:00:00Z\"}")
              .op(args -> parse(args.text(0), TimeParsing::asText));
      case "ts_strptime" ->
          strptime(name, time -> time)
              .example(
                  "root.at = this.day.ts_strptime(\"%Y-%b-%d\")",
                  "{\"day\":\"2020-Aug-14\"}", "{\"at\":\"2020-08-14T00:00:00Z\"}");
      case "parse_timestamp_strptime" ->
          strptime(name, TimeParsing::asText)
              .deprecated("ts_strptime")
              .example(
                  "root.at = this.day.parse_timestamp_strptime(\"%Y-%b-%d\")",
                  "{\"day\":\"2020-Aug-14\"}", "{\"at\":\"2020-08-14T00:00:00Z\"}");
      case "parse_duration" ->
          TimeOps.spec(name, "The nanoseconds of a Go duration such as 1h15m30.918s.")
              .example(
                  "root.seconds = this.took.parse_duration() / 1000000000",
                  "{\"took\":\"1m30s\"}",
                  "{\"seconds\":90}")
              .op(args -> Ops.ofAnyText(TimeParsing::duration));
      case "parse_duration_iso8601" ->
          TimeOps.spec(
                  name,
                  "The nanoseconds of an ISO 8601 period, with a year of 31556952 seconds and a month of 2629746.")
              .example(
                  "root.seconds = this.took.parse_duration_iso8601() / 1000000000",
                  "{\"took\":\"PT1M30.5S\"}",
                  "{\"seconds\":90.5}")
              .op(args -> Ops.ofAnyText(TimeParsing::periodNanos));
      default -> throw Table.noRow(name);
    };
  }

  private static Value asText(Value time) {
    return time.isErr() ? time : Str.of(time.toString());
  }

  private static Op parse(String format, UnaryOperator<Value> as) {
    Layout layout = Layout.compile(format);
    return Ops.ofAnyText(text -> as.apply(Timestamps.parsed(layout, text.toString())));
  }

  private static Value duration(Str text) {
    try {
      return IntNum.of(GoDuration.parse(text.toString()));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no duration");
    }
  }

  private static Value periodNanos(Str text) {
    try {
      return IntNum.of(Period.parse(text.toString()).nanos());
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no period");
    }
  }

  private static MethodSpec strptime(String name, UnaryOperator<Value> as) {
    return TimeOps.spec(name, "The timestamp that a text says, by a strptime format.")
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
}
