package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.extension.CompileTime;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.node.FunctionNode;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Functions of the host: its clock, its environment, its name. */
public final class HostFunctions implements Table<FunctionSpec> {
  private static final String ENVIRONMENT = "Environment";
  private static final long SECOND = 1_000_000_000L;

  @Override
  public List<String> names() {
    return List.of(
        "env",
        "hostname",
        "flow_id",
        "now",
        "timestamp_unix",
        "timestamp_unix_milli",
        "timestamp_unix_micro",
        "timestamp_unix_nano");
  }

  @Override
  public FunctionSpec row(String name) {
    return switch (name) {
      case "env" ->
          FunctionSpec.of(
                  name,
                  ENVIRONMENT,
                  "An environment variable, read once, while the mapping is compiled; null if it is not set.")
              .param(Param.string("name", "Its name."))
              .param(Param.bool("no_cache", "Whether to read it anew each time.").or(Bool.FALSE))
              .example(
                  "root.home = env(\"NO_SUCH_VARIABLE\").or(\"unset\")",
                  "{}",
                  "{\"home\":\"unset\"}")
              .node((args, context) -> env(args.text(0), args.bool(1), context));
      case "hostname" ->
          FunctionSpec.of(name, ENVIRONMENT, "The name of the machine.")
              .example("root.known = hostname().length() > 0", "{}", "{\"known\":true}")
              .pure(frame -> Str.of(frame.host().hostname()));
      case "flow_id" ->
          FunctionSpec.of(name, "Message Info", "The id of the message's way through the pipeline.")
              .example("root.type = flow_id().type()", "{}", "{\"type\":\"string\"}")
              .pure(frame -> Str.of(frame.host().flowId()));
      case "now" ->
          FunctionSpec.of(name, ENVIRONMENT, "The time, as RFC 3339 text.")
              .example(
                  "root.year_known = now().ts_parse(\"2006-01-02T15:04:05Z07:00\").ts_unix() > 0",
                  "{}",
                  "{\"year_known\":true}")
              .pure(HostFunctions::now);
      case "timestamp_unix" ->
          clock(name, "The time in seconds since 1970.", nanos -> Math.floorDiv(nanos, SECOND))
              .example("root.type = timestamp_unix().type()", "{}", "{\"type\":\"number\"}");
      case "timestamp_unix_milli" ->
          clock(
                  name,
                  "The time in milliseconds since 1970.",
                  nanos -> Math.floorDiv(nanos, 1_000_000L))
              .example("root.type = timestamp_unix_milli().type()", "{}", "{\"type\":\"number\"}");
      case "timestamp_unix_micro" ->
          clock(name, "The time in microseconds since 1970.", nanos -> Math.floorDiv(nanos, 1000L))
              .example("root.type = timestamp_unix_micro().type()", "{}", "{\"type\":\"number\"}");
      case "timestamp_unix_nano" ->
          clock(name, "The time in nanoseconds since 1970.", nanos -> nanos)
              .example("root.type = timestamp_unix_nano().type()", "{}", "{\"type\":\"number\"}");
      default -> throw Table.noRow(name);
    };
  }

  private static Node env(String name, boolean again, CompileTime context) {
    if (again) {
      return new FunctionNode("function env", frame -> variable(name, context));
    }
    return new Constant(variable(name, context), "function env");
  }

  private static Value variable(String name, CompileTime context) {
    String value = context.env().apply(name);
    return value == null ? Null.NULL : Str.of(value);
  }

  private static Value now(Frame frame) {
    long nanos = frame.host().unixNanos();
    return Str.of(Time.of(GoTime.ofUnix(0, nanos)).toString());
  }

  private static FunctionSpec clock(String name, String description, LongUnaryOperator of) {
    return FunctionSpec.of(name, ENVIRONMENT, description)
        .pure(frame -> IntNum.of(of.applyAsLong(frame.host().unixNanos())));
  }
}
