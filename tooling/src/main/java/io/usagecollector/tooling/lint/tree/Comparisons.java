package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Operands that are compared with {@code ==} or {@code !=}. */
public final class Comparisons {
  private Comparisons() {}

  /** The two sides of a comparison. */
  public record Pair(int at, Expr left, Expr right) {
    public boolean has(Predicate<Expr> kind) {
      return kind.test(left) || kind.test(right);
    }
  }

  public static Stream<Pair> in(MappingTree tree) {
    return tree.expressions()
        .filter(Expr.Operation.class::isInstance)
        .map(Expr.Operation.class::cast)
        .flatMap(Comparisons::in);
  }

  private static Stream<Pair> in(Expr.Operation operation) {
    return IntStream.range(0, operation.operators().size())
        .filter(i -> isEquality(operation.operators().get(i).operator()))
        .mapToObj(i ->
            new Pair(
                operation.operands().get(i).term().at(),
                operation.operands().get(i).term(),
                operation.operands().get(i + 1).term()));
  }

  private static boolean isEquality(Operator operator) {
    return operator == Operator.EQUAL || operator == Operator.UNEQUAL;
  }
}
