package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a variable can come to alias a part of the document being built: whether some {@code let}
 * reads {@code root}.
 */
final class Aliasing {
  private Aliasing() {}

  static boolean isPossible(List<Statement> statements) {
    return statements.stream()
        .anyMatch(statement ->
            switch (statement) {
              case Statement.Let s -> readsRoot(s.value());
              case Statement.If s -> s.arms().stream().anyMatch(arm -> isPossible(arm.body()));
              case Statement.Assign s -> false;
              case Statement.Meta s -> false;
            });
  }

  private static boolean readsRoot(Expr expr) {
    return expr instanceof Expr.Root || children(expr).anyMatch(Aliasing::readsRoot);
  }

  /** The expressions directly inside an expression. */
  static Stream<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Literal e -> Stream.empty();
      case Expr.This e -> Stream.empty();
      case Expr.Root e -> Stream.empty();
      case Expr.Named e -> Stream.empty();
      case Expr.Variable e -> Stream.empty();
      case Expr.Metadata e -> Stream.empty();
      case Expr.ArrayOf e -> e.elements().stream();
      case Expr.ObjectOf e ->
          e.members().stream().flatMap(member -> Stream.of(member.key(), member.value()));
      case Expr.Operation e -> e.operands().stream().map(Expr.Operand::term);
      case Expr.Not e -> Stream.of(e.operand());
      case Expr.Field e -> Stream.of(e.target());
      case Expr.MapTo e -> Stream.of(e.target(), e.query());
      case Expr.MethodCall e -> Stream.concat(Stream.of(e.target()), arguments(e.arguments()));
      case Expr.FunctionCall e -> arguments(e.arguments());
      case Expr.Lambda e -> Stream.of(e.body());
      case Expr.If e ->
          Stream.concat(
              e.branches().stream()
                  .flatMap(branch -> Stream.of(branch.condition(), branch.result())),
              present(e.otherwise()));
      case Expr.Match e ->
          Stream.concat(
              present(e.subject()),
              e.cases().stream()
                  .flatMap(
                      next -> Stream.concat(present(next.pattern()), Stream.of(next.result()))));
      case Expr.Index e -> Stream.of(e.target(), e.index());
      case Expr.Slice e ->
          Stream.of(Stream.of(e.target()), present(e.low()), present(e.high()), present(e.step()))
              .flatMap(part -> part);
    };
  }

  private static Stream<Expr> arguments(List<Expr.Argument> arguments) {
    return arguments.stream().map(Expr.Argument::value);
  }

  private static Stream<Expr> present(@Nullable Expr expr) {
    return Stream.ofNullable(expr);
  }
}
