package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.tooling.lint.tree.Flow;
import io.usagecollector.tooling.lint.tree.Fractions;
import io.usagecollector.tooling.lint.tree.Identity;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** No float64 is 1555234838.050, and what is formatted is cut, not rounded. */
public final class FloatAsTime {
  public static final Rule RULE =
      new Rule(
          "float-time",
          Severity.WARNING,
          "`(x / 1000).ts_format(...)` loses a millisecond of the event's time",
          """
          Divided, 1555234838050 is a little less than 1555234838.050, and its text is cut to `.049`. The time is\
           part of what a repeat is known by: where another producer or another release of the mapping writes\
           `.050`, the event is billed twice.\
          """,
          """
          root.timestamp = (this.ms / 1000).ts_format("2006-01-02T15:04:05.000Z07:00", "UTC")
          """,
          """
          root.timestamp = (this.ms / 1000).ts_round("1ms".parse_duration()).ts_format("2006-01-02T15:04:05.000Z07:00", "UTC")
          """,
          FloatAsTime::look);

  private FloatAsTime() {}

  private static final Set<String> IDENTITY = Set.of("timestamp", "event_id");
  private static final Set<String> FORMATS =
      Set.of("ts_format", "ts_strftime", "format_timestamp", "format_timestamp_strftime");

  /** What shows a part of a second, in Go's layouts and in strftime's. */
  private static final Pattern PARTS = Pattern.compile("[.,][09]+|%[-_^0-9]*[fLN]");

  private static List<Rule.Hit> look(MappingTree tree) {
    Flow flow = new Flow(tree);
    Fractions fractions = new Fractions(tree);
    return Identity.in(tree)
        .filter(decided -> IDENTITY.contains(decided.field()))
        .flatMap(decided ->
            flow.into(decided.value())
                .filter(Expr.MethodCall.class::isInstance)
                .map(Expr.MethodCall.class::cast)
                .filter(call -> FORMATS.contains(call.name()) && showsParts(call))
                .filter(call -> fractions.isFraction(call.target()))
                .map(call -> hit(call, decided.field())))
        .distinct()
        .toList();
  }

  /** Whether the text has parts of a second; without a layout it has. */
  private static boolean showsParts(Expr.MethodCall call) {
    return call.arguments().stream()
        .filter(argument -> argument.name() == null || argument.name().equals("format"))
        .findFirst()
        .map(argument ->
            !(argument.value() instanceof Expr.Literal literal
                && literal.value() instanceof Str layout
                && !PARTS.matcher(layout.toString()).find()))
        .orElse(true);
  }

  private static Rule.Hit hit(Expr.MethodCall call, String field) {
    return new Rule.Hit(
        call.at(),
        "what is calculated is a float64: 1555234838050 becomes `.049` in " + field,
        "round it before it is cut: `.ts_round(\"1ms\".parse_duration())` before `."
            + call.name()
            + "(...)`, `\"1us\"` where microseconds are divided");
  }
}
