package io.usagecollector.bloblang.lint;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the values of variables, of new metadata and of the new document come from. */
final class Definitions {
  private final Tree tree;

  Definitions(Tree tree) {
    this.tree = tree;
  }

  /** The values a reference may have been given; none if it is no reference to such a thing. */
  List<Expr> of(Expr reference) {
    return switch (reference) {
      case Expr.Variable v ->
          given(s -> s instanceof Statement.Let let && let.name().equals(v.name()));
      case Expr.Metadata m ->
          given(s -> s instanceof Statement.Meta meta && m.key().equals(meta.key()));
      case Expr.Field f -> {
        List<Str> path = Paths.ofRoot(f);
        yield path == null
            ? List.of()
            : given(s -> s instanceof Statement.Assign assign && assign.path().equals(path));
      }
      default -> List.of();
    };
  }

  private List<Expr> given(Predicate<Statement> defines) {
    return tree.statements().stream().filter(defines).flatMap(Tree::values).toList();
  }

  /** An expression, everything in it, and everything in what its references were given. */
  Stream<Expr> reach(Expr expr) {
    List<Expr> reached = new ArrayList<>();
    reach(expr, reached, new HashSet<>());
    return reached.stream();
  }

  private void reach(Expr expr, List<Expr> reached, Set<Expr> seen) {
    if (seen.add(expr)) {
      for (Expr part : Tree.within(expr).toList()) {
        reached.add(part);
        of(part).forEach(value -> reach(value, reached, seen));
      }
    }
  }
}
