package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Once text, a missing value is missing no more. */
public final class OrAfterString {
  public static final Rule RULE =
      new Rule(
          "or-after-string",
          Severity.WARNING,
          "`.string().or(...)` never falls back where the value is missing",
          """
          The text of a missing value is `null`, four letters and no null: that text is billed, as a customer\
           or a value of that name.\
          """,
          """
          root.external_customer_id = this.org.string().or("")
          """,
          """
          root.external_customer_id = this.org.or("").string()
          """,
          OrAfterString::look);

  private OrAfterString() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    Values values = new Values(tree);
    return tree.expressions()
        .flatMap(OrAfterString::rescued)
        .filter(rescued -> isTextOfNull(rescued, values))
        .map(rescued ->
            new Rule.Hit(
                rescued.at(),
                "a missing value has become the text \"null\" before the fallback looks at it",
                "put the fallback first: `.or(...).string()`"))
        .toList();
  }

  /** What an expression has a fallback for. */
  private static Stream<Expr> rescued(Expr expr) {
    return switch (expr) {
      case Expr.MethodCall call when call.name().equals("or") -> Stream.of(call.target());
      case Expr.Operation operation ->
          IntStream.range(0, operation.operators().size())
              .filter(i -> operation.operators().get(i).operator() == Operator.COALESCE)
              .mapToObj(i -> operation.operands().get(i).term());
      default -> Stream.empty();
    };
  }

  private static boolean isTextOfNull(Expr expr, Values values) {
    return switch (expr) {
      case Expr.MethodCall call ->
          switch (call.name()) {
            case "string" -> values.mayBeNull(call.target());
            case "trim", "lowercase", "uppercase", "trim_prefix", "trim_suffix", "capitalize" ->
                isTextOfNull(call.target(), values);
            default -> false;
          };
      // What a variable is given cannot name itself: `let a = $a.string()` reads an older one.
      case Expr.Variable variable ->
          values.given(variable).stream()
              .anyMatch(value -> !(value instanceof Expr.Variable) && isTextOfNull(value, values));
      default -> false;
    };
  }
}
