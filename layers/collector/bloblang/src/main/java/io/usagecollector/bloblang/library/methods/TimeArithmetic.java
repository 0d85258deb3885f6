package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.Zone;
import io.usagecollector.bloblang.gotext.time.span.Period;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Err;
import java.util.List;

/** Methods that move a moment, or measure from one to another. */
public final class TimeArithmetic implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of("ts_round", "ts_add_iso8601", "ts_sub_iso8601", "ts_tz", "ts_sub");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "ts_round" ->
          TimeOps.spec(name, "The nearest moment that is a multiple of a duration.")
              .param(Param.integer("duration", "The duration in nanoseconds."))
              .example(
                  "root.at = this.at.ts_round(\"1h\".parse_duration())",
                  "{\"at\":\"2020-08-14T05:54:23Z\"}",
                  "{\"at\":\"2020-08-14T06:00:00Z\"}")
              .op(args -> TimeOps.moving(time -> time.round(args.integer(0))));
      case "ts_add_iso8601" ->
          TimeOps.spec(
                  name,
                  "The moment moved on by an ISO 8601 period, years and months by the calendar.")
              .param(Param.string("duration", "The period, such as P1Y2M3DT4H5M6S."))
              .example(
                  "root.at = this.at.ts_parse(\"2006-01-02\").ts_add_iso8601(\"P1D\")",
                  "{\"at\":\"2020-08-31\"}",
                  "{\"at\":\"2020-09-01T00:00:00Z\"}")
              .op(args -> shifting(period(args), false));
      case "ts_sub_iso8601" ->
          TimeOps.spec(
                  name,
                  "The moment moved back by an ISO 8601 period, years and months by the calendar.")
              .param(Param.string("duration", "The period, such as P1Y2M3DT4H5M6S."))
              .example(
                  "root.at = this.at.ts_parse(\"2006-01-02\").ts_sub_iso8601(\"P1D\")",
                  "{\"at\":\"2020-08-31\"}",
                  "{\"at\":\"2020-08-30T00:00:00Z\"}")
              .op(args -> shifting(period(args), true));
      case "ts_tz" ->
          TimeOps.spec(name, "The same moment in another zone.")
              .param(Param.string("tz", "The zone, such as Europe/Berlin."))
              .example(
                  "root.at = this.at.ts_tz(\"Europe/Paris\")",
                  "{\"at\":\"2020-08-14T05:54:23Z\"}",
                  "{\"at\":\"2020-08-14T07:54:23+02:00\"}")
              .op(TimeArithmetic::zone);
      case "ts_sub" ->
          TimeOps.spec(name, "The nanoseconds since another moment.")
              .param(Param.timestamp("t2", "The other moment."))
              .example(
                  "root.seconds = this.at.ts_sub(1597405526) / 1000000000",
                  "{\"at\":\"2020-08-14T11:46:26Z\"}",
                  "{\"seconds\":60}")
              .op(args -> TimeOps.measuring(time -> time.since(args.time(0).at())));
      default -> throw Table.noRow(name);
    };
  }

  private static Op zone(Args args) throws ArgumentException {
    Zone zone = TimeOps.zone(args.text(0));
    return TimeOps.moving(time -> time.in(zone));
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
    return TimeOps.moving(by::addTo);
  }
}
