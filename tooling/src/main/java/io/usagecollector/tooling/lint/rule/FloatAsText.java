package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;

/** Go prints a float64 as {@code %g}. */
public final class FloatAsText {
  public static final Rule RULE =
      new Rule(
          "float-text",
          Severity.WARNING,
          "`.string()` of a calculated number has an exponent from a million on",
          """
          A product of 1200000 is sent as the text `1.2e+06`. As a quantity Flexprice bills it right; a\
           filter, a count of distinct values or another reader sees another text than `1200000`.\
          """,
          """
          root.properties.value = (this.units * this.price).string()
          """,
          """
          root.properties.value = this.units * this.price
          """,
          FloatAsText::look);

  private FloatAsText() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    Values values = new Values(tree);
    return tree.expressions()
        .filter(expr ->
            expr instanceof Expr.MethodCall call
                && call.name().equals("string")
                && values.isFloat(call.target()))
        .map(call ->
            new Rule.Hit(
                call.at(),
                "the text of this number is `1e+06` from a million on",
                "leave `.string()` out, JSON numbers are written in full; or"
                    + " `.round().string()` for whole numbers; or `\"%.2f\".format(...)` with as"
                    + " many digits as are billed"))
        .toList();
  }
}
