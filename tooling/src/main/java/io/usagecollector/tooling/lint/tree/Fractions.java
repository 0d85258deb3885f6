package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.FloatNum;
import java.util.HashSet;
import java.util.Set;

/** Which values are float64 with a fraction, made by dividing. */
public final class Fractions {
  /** Methods whose result is as exact as what they are called on. */
  private static final Set<String> KEEP =
      Set.of(
          "or",
          "catch",
          "not_null",
          "number",
          "float64",
          "abs",
          "ts_tz",
          "ts_add_iso8601",
          "ts_sub_iso8601");

  private final Definitions definitions;

  public Fractions(MappingTree tree) {
    this.definitions = new Definitions(tree);
  }

  /** Whether it is divided, or multiplied by a part of one, and not rounded since. */
  public boolean isFraction(Expr expr) {
    return isFraction(expr, new HashSet<>());
  }

  private boolean isFraction(Expr expr, Set<Expr> seen) {
    if (!seen.add(expr)) {
      return false;
    }
    return switch (expr) {
      case Expr.Operation operation -> isFraction(operation, seen);
      case Expr.MethodCall call when KEEP.contains(call.name()) ->
          isFraction(call.target(), seen)
              || call.arguments().stream().anyMatch(given -> isFraction(given.value(), seen));
      case Expr.If _, Expr.Match _ ->
          MappingTree.results(expr).anyMatch(next -> isFraction(next, seen));
      default -> definitions.of(expr).stream().anyMatch(value -> isFraction(value, seen));
    };
  }

  private boolean isFraction(Expr.Operation operation, Set<Expr> seen) {
    return operation.operators().stream().allMatch(at -> isCounted(at.operator()))
        && (has(operation, Operator.DIVIDE)
            || (has(operation, Operator.MULTIPLY)
                && operation.operands().stream().anyMatch(operand -> isPart(operand.term())))
            || operation.operands().stream().anyMatch(operand -> isFraction(operand.term(), seen)));
  }

  private static boolean has(Expr.Operation operation, Operator operator) {
    return operation.operators().stream().anyMatch(at -> at.operator() == operator);
  }

  private static boolean isPart(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() instanceof FloatNum;
  }

  private static boolean isCounted(Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, COALESCE -> true;
      case MODULO, AND, OR, EQUAL, UNEQUAL, AT_LEAST, AT_MOST, MORE, LESS -> false;
    };
  }
}
