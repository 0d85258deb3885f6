package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the values of variables, of new metadata, of the new document and of maps come from. */
final class Definitions {
  private final MappingTree tree;

  Definitions(MappingTree tree) {
    this.tree = tree;
  }

  /** The values a reference may have been given; none if it is no reference to such a thing. */
  public List<Expr> of(Expr reference) {
    return switch (reference) {
      case Expr.Variable v ->
          given(tree.around(v), s -> s instanceof Statement.Let let && let.name().equals(v.name()));
      case Expr.Metadata m ->
          given(
              tree.statements(),
              s -> s instanceof Statement.Meta meta && m.key().equals(meta.key()));
      case Expr.Field f -> {
        List<Str> path = Paths.ofRoot(f);
        yield path == null
            ? List.of()
            : given(
                tree.around(f),
                s -> s instanceof Statement.Assign assign && assign.path().equals(path));
      }
      case Expr.MethodCall call ->
          tree.applied(call)
              .filter(assign -> assign.path().isEmpty())
              .map(Statement.Assign::value)
              .toList();
      default -> List.of();
    };
  }

  private static List<Expr> given(List<Statement> block, Predicate<Statement> defines) {
    return block.stream().filter(defines).flatMap(MappingTree::values).toList();
  }

  /** An expression, everything in it, and everything in what its references were given. */
  public Stream<Expr> reach(Expr expr) {
    List<Expr> reached = new ArrayList<>();
    reach(expr, reached, new HashSet<>());
    return reached.stream();
  }

  private void reach(Expr expr, List<Expr> reached, Set<Expr> seen) {
    if (seen.add(expr)) {
      List<Expr> parts = MappingTree.within(expr).toList();
      reached.addAll(parts);
      parts.stream().flatMap(part -> behind(part, parts)).forEach(v -> reach(v, reached, seen));
    }
  }

  /** Of what is only asked for a member, that member, where it is written; else all of it. */
  private Stream<Expr> behind(Expr part, List<Expr> parts) {
    return parts.stream()
        .filter(whole -> whole instanceof Expr.Field field && field.target().equals(part))
        .findFirst()
        .map(
            field -> of(part).stream().flatMap(value -> member(value, ((Expr.Field) field).name())))
        .orElseGet(() -> of(part).stream());
  }

  private static Stream<Expr> member(Expr value, Str name) {
    return value instanceof Expr.ObjectOf object
        ? object.members().stream()
            .filter(member -> Values.isText(member.key(), name.toString()))
            .map(Expr.Member::value)
        : Stream.empty();
  }
}
