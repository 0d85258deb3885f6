package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;

/** Both are one level, from left to right. */
public final class MixedAndOr {
  public static final Rule RULE =
      new Rule(
          "mixed-and-or",
          Severity.WARNING,
          "`a || b && c` is `(a || b) && c` here",
          """
          `&&` binds no closer than `||`: the condition lets other events through than in other languages.\
          """,
          """
          root = if this.a || this.b && this.c { this } else { deleted() }
          """,
          """
          root = if this.a || (this.b && this.c) { this } else { deleted() }
          """,
          MixedAndOr::look);

  private MixedAndOr() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.expressions()
        .filter(Expr.Operation.class::isInstance)
        .map(Expr.Operation.class::cast)
        .map(operation -> operation.operators().stream().filter(MixedAndOr::isLogic).toList())
        .map(MixedAndOr::firstAndAfterOr)
        .flatMap(List::stream)
        .map(and ->
            new Rule.Hit(
                and.at(),
                "all that stands before this `&&` is one side of it, the `||` included",
                "put brackets around what belongs together"))
        .toList();
  }

  private static boolean isLogic(Expr.OperatorAt operator) {
    return operator.operator() == Operator.AND || operator.operator() == Operator.OR;
  }

  private static List<Expr.OperatorAt> firstAndAfterOr(List<Expr.OperatorAt> operators) {
    return operators.stream()
        .dropWhile(operator -> operator.operator() == Operator.AND)
        .filter(operator -> operator.operator() == Operator.AND)
        .limit(1)
        .toList();
  }
}
