package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;
import java.util.stream.Stream;

/** Properties are an object, so what they are made of by {@code map_each} is one too. */
public final class PairAsValue {
  public static final Rule RULE =
      new Rule(
          "pair-as-value",
          Severity.WARNING,
          "`map_each` over an object hands over pairs, not values",
          """
          Each property becomes the text `{"key":...,"value":...}` instead of its value, and a quantity\
           in it bills as 0.\
          """,
          """
          root.properties = this.data.map_each(v -> v.string())
          """,
          """
          root.properties = this.data.map_each(v -> v.value.string())
          """,
          PairAsValue::look);

  private PairAsValue() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.assignments()
        .flatMap(PairAsValue::properties)
        .flatMap(MappingTree::results)
        .flatMap(PairAsValue::lambda)
        .flatMap(PairAsValue::bareUse)
        .toList();
  }

  private static Stream<Expr> properties(Statement.Assign assign) {
    return switch (Paths.text(assign.path())) {
      case "properties" -> Stream.of(assign.value());
      case "" -> MappingTree.results(assign.value()).flatMap(PairAsValue::member);
      default -> Stream.empty();
    };
  }

  private static Stream<Expr> member(Expr document) {
    return document instanceof Expr.ObjectOf object
        ? object.members().stream()
            .filter(member -> Values.isText(member.key(), "properties"))
            .map(Expr.Member::value)
        : Stream.empty();
  }

  private static Stream<Expr.Lambda> lambda(Expr expr) {
    return expr instanceof Expr.MethodCall call
            && call.name().equals("map_each")
            && call.arguments().size() == 1
            && call.arguments().getFirst().value() instanceof Expr.Lambda lambda
        ? Stream.of(lambda)
        : Stream.empty();
  }

  /** The first method that is called on the pair as if it were the value. */
  private static Stream<Rule.Hit> bareUse(Expr.Lambda lambda) {
    return MappingTree.within(lambda.body())
        .filter(expr ->
            expr instanceof Expr.MethodCall call
                && call.target() instanceof Expr.Named named
                && named.name().equals(lambda.name())
                && !List.of("get", "exists", "type").contains(call.name()))
        .limit(1)
        .map(expr -> hit(expr, lambda.name()));
  }

  private static Rule.Hit hit(Expr expr, String name) {
    int at = expr instanceof Expr.MethodCall call ? call.target().at() : expr.at();
    return new Rule.Hit(
        at,
        "`" + name + "` is a pair of key and value here, and always an object",
        "write `" + name + ".value` for the value, `" + name + ".key` for the name");
  }
}
