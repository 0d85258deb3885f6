package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many expressions an expression is made of, and how deep they stand in each other. Counted
 * without recursion.
 */
record Weight(int count, int depth) {
  /** As deep as expressions may stand in each other, method chains included. */
  private static final int MAX_DEPTH = 1_500;

  /** What is wrong where {@link #isTooDeep}. */
  static final String TOO_DEEP = "an expression is more than " + MAX_DEPTH + " deep";

  /** As deep as an evaluation may go on a caller's stack: no more than a few tens of KB of it. */
  private static final int SHALLOW = 200;

  private record Place(Expr expr, int depth) {}

  static Weight of(Expr expr) {
    int count = 0;
    int deepest = 0;
    Deque<Place> todo = new ArrayDeque<>();
    todo.push(new Place(expr, 1));
    while (!todo.isEmpty()) {
      Place place = todo.pop();
      count++;
      deepest = Math.max(deepest, place.depth);
      Children.of(place.expr).forEach(child -> todo.push(new Place(child, place.depth + 1)));
    }
    return new Weight(count, deepest);
  }

  static Weight of(List<Statement> statements) {
    return Recursion.expressions(statements)
        .map(Weight::of)
        .reduce(
            new Weight(1, 0), (a, b) -> new Weight(a.count + b.count, Math.max(a.depth, b.depth)));
  }

  /** A program as deep as its maps stacked on each other, each applied within the last. */
  static Weight of(Program program) {
    return program.maps().stream()
        .map(map -> of(map.body()))
        .reduce(
            of(program.statements()), (a, b) -> new Weight(a.count + b.count, a.depth + b.depth));
  }

  /** Whether evaluating it needs a stack of its own. */
  boolean isDeep() {
    return depth > SHALLOW;
  }

  boolean isTooDeep() {
    return depth > MAX_DEPTH;
  }
}
