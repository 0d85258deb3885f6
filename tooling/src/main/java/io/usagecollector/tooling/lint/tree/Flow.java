package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Num;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a value is made of: not what only decides between branches, nor what is calculated with. */
public final class Flow {
  /** Methods whose result is what they are called on, in another form. */
  private static final Set<String> FORMS =
      Set.of(
          "string",
          "bytes",
          "trim",
          "trim_prefix",
          "trim_suffix",
          "lowercase",
          "uppercase",
          "capitalize",
          "not_null",
          "replace_all",
          "format_json",
          "hash",
          "encode",
          "round",
          "floor",
          "ceil");

  /** Methods whose result may be an argument, or holds it. */
  private static final Set<String> TAKES = Set.of("or", "catch", "format");

  private final Definitions definitions;

  public Flow(MappingTree tree) {
    this.definitions = new Definitions(tree);
  }

  /** An expression and every expression whose value it hands on, through variables too. */
  public Stream<Expr> into(Expr expr) {
    List<Expr> found = new ArrayList<>();
    follow(expr, found, new HashSet<>());
    return found.stream();
  }

  private void follow(Expr expr, List<Expr> found, Set<Expr> seen) {
    if (seen.add(expr)) {
      found.add(expr);
      Stream.concat(parts(expr), definitions.of(expr).stream())
          .forEach(part -> follow(part, found, seen));
    }
  }

  private static Stream<Expr> parts(Expr expr) {
    return switch (expr) {
      case Expr.If _, Expr.Match _ -> MappingTree.results(expr);
      case Expr.MethodCall call when FORMS.contains(call.name()) -> Stream.of(call.target());
      case Expr.MethodCall call when TAKES.contains(call.name()) ->
          Stream.concat(
              Stream.of(call.target()), call.arguments().stream().map(Expr.Argument::value));
      case Expr.MapTo map -> Stream.of(map.query());
      case Expr.Operation operation when isJoined(operation) ->
          operation.operands().stream().map(Expr.Operand::term);
      default -> Stream.empty();
    };
  }

  /** Whether texts are put together, or one operand stands in for another: no sum with a number. */
  private static boolean isJoined(Expr.Operation operation) {
    return operation.operators().stream().allMatch(at -> joins(at.operator()))
        && operation.operands().stream().noneMatch(operand -> isNumber(operand.term()));
  }

  private static boolean joins(Operator operator) {
    return operator == Operator.ADD || operator == Operator.COALESCE;
  }

  private static boolean isNumber(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() instanceof Num;
  }
}
