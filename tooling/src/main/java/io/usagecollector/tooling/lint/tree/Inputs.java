package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of an expression in which {@code this} is the input document. */
public final class Inputs {
  /** Methods whose arguments see what they see outside, or fall back to it. */
  private static final Set<String> PLAIN = Set.of("or", "from", "from_all");

  private Inputs() {}

  public static Stream<Expr> within(Expr expr) {
    Stream<Expr> inner =
        switch (expr) {
          case Expr.MapTo map -> Stream.of(map.target());
          case Expr.Match match -> Stream.ofNullable(match.subject());
          case Expr.MethodCall call ->
              PLAIN.contains(call.name()) ? Children.of(call) : Stream.of(call.target());
          default -> Children.of(expr);
        };
    return Stream.concat(Stream.of(expr), inner.flatMap(Inputs::within));
  }
}
