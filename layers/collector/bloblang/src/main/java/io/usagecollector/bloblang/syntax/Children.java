package io.usagecollector.bloblang.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands inside an expression. */
public final class Children {
  private Children() {}

  /** The expressions directly inside an expression. */
  public static Stream<Expr> of(Expr expr) {
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
