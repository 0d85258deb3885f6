package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import java.util.Set;
import java.util.stream.Stream;

/** Calls that decide an event's identity, directly, by a variable, or as a fallback. */
public final class Deciding {
  private Deciding() {}

  /**
   * A call that decides a field.
   *
   * @param when words to add: empty if it always does
   */
  public record Deed(int at, String name, String field, String when) {}

  public static Stream<Deed> calls(MappingTree tree, Set<String> functions) {
    Definitions definitions = new Definitions(tree);
    return Identity.in(tree)
        .flatMap(decided ->
            definitions
                .reach(decided.value())
                .filter(expr -> Values.isCall(expr, functions))
                .map(Expr.FunctionCall.class::cast)
                .map(
                    call -> new Deed(call.at(), call.name(), decided.field(), when(decided, call))))
        .distinct();
  }

  private static String when(Identity.Decided decided, Expr call) {
    if (MappingTree.within(decided.value()).noneMatch(expr -> expr.equals(call))) {
      return " by way of what it is given to";
    }
    return MappingTree.within(decided.value()).anyMatch(expr -> isFallback(expr, call))
        ? " where the value before it is missing"
        : "";
  }

  private static boolean isFallback(Expr expr, Expr call) {
    return expr instanceof Expr.MethodCall rescue
        && (rescue.name().equals("or") || rescue.name().equals("catch"))
        && rescue.arguments().stream()
            .flatMap(argument -> MappingTree.within(argument.value()))
            .anyMatch(part -> part.equals(call));
  }
}
