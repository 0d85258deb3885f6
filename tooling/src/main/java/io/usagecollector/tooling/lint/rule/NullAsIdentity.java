package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.tooling.lint.tree.Comparisons;
import io.usagecollector.tooling.lint.tree.Identity;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;
import java.util.stream.Stream;

/** A guard in another mapping of the configuration is not seen. */
public final class NullAsIdentity {
  public static final Rule RULE =
      new Rule(
          "null-as-identity",
          Severity.WARNING,
          "`.string()` makes a missing id, time or customer the text `null`",
          """
          An event of nobody is billed to a customer called `null`, or all such events share the id `null` and\
           only one of them is billed. Without `.string()` a missing customer is refused and explained, and a missing id or\
           time is taken from the record.\
          """,
          """
          root.external_customer_id = this.org.string()
          """,
          """
          root.external_customer_id = this.org
          """,
          NullAsIdentity::look);

  private NullAsIdentity() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    Values values = new Values(tree);
    return Identity.in(tree)
        .flatMap(decided ->
            MappingTree.results(decided.value())
                .flatMap(value -> given(value, values, tree))
                .map(NullAsIdentity::text)
                .flatMap(java.util.Optional::stream)
                .filter(call -> values.mayBeNull(call.target()) && !isGuarded(tree, call.target()))
                .map(call -> hit(call.at(), decided.field())))
        .distinct()
        .toList();
  }

  /** Of a variable what it was given, unless its writer asks for the text of a missing value. */
  private static Stream<Expr> given(Expr value, Values values, MappingTree tree) {
    if (!(value instanceof Expr.Variable variable)) {
      return Stream.of(value);
    }
    boolean known =
        Comparisons.in(tree)
            .anyMatch(pair ->
                pair.has(side -> Values.isText(side, "null"))
                    && pair.has(side -> isIt(side, variable)));
    return known ? Stream.empty() : values.given(variable).stream().flatMap(MappingTree::results);
  }

  private static boolean isIt(Expr side, Expr.Variable variable) {
    return side instanceof Expr.Variable other && other.name().equals(variable.name());
  }

  private static Rule.Hit hit(int at, String field) {
    return new Rule.Hit(
        at,
        "if the value is missing, " + field + " is the text \"null\"",
        "drop `.string()` if it is a text anyway; else `.not_null().string()` fails where it is"
            + " missing");
  }

  private static java.util.Optional<Expr.MethodCall> text(Expr expr) {
    return expr instanceof Expr.MethodCall call
        ? switch (call.name()) {
          case "string" -> java.util.Optional.of(call);
          case "trim", "lowercase", "uppercase" -> text(call.target());
          default -> java.util.Optional.empty();
        }
        : java.util.Optional.empty();
  }

  /** Whether the mapping asks somewhere if it is null: then its writer knows. */
  private static boolean isGuarded(MappingTree tree, Expr value) {
    List<Str> path = Paths.ofThis(value);
    return path != null
        && tree.expressions()
            .anyMatch(expr -> expr instanceof Expr.Operation operation && asks(operation, path));
  }

  private static boolean asks(Expr.Operation operation, List<Str> path) {
    return operation.operands().stream().anyMatch(operand -> Values.isNull(operand.term()))
        && operation.operands().stream()
            .anyMatch(operand -> path.equals(Paths.ofThis(operand.term())));
  }
}
