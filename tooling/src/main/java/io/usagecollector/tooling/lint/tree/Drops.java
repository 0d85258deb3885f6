package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the document may be dropped, and what is then set below it all the same. */
public final class Drops {
  private final MappingTree tree;
  private final List<Undone> found = new ArrayList<>();

  private Drops(MappingTree tree) {
    this.tree = tree;
  }

  /** A {@code deleted()} that becomes the document, and the first assignment that then fails. */
  public record Undone(Expr drop, Statement.Assign after) {}

  public static List<Undone> in(MappingTree tree) {
    Drops drops = new Drops(tree);
    tree.blocks().forEach(block -> drops.walk(block, null));
    return List.copyOf(drops.found);
  }

  /** Goes through a block; answers the drop that may stand at its end. */
  private @Nullable Expr walk(List<Statement> block, @Nullable Expr before) {
    Expr standing = before;
    for (Statement statement : block) {
      standing =
          switch (statement) {
            case Statement.Assign assign -> after(assign, standing);
            case Statement.If choice -> after(choice, standing);
            case Statement.Let _, Statement.Meta _ -> standing;
          };
    }
    return standing;
  }

  private @Nullable Expr after(Statement.Assign assign, @Nullable Expr standing) {
    if (assign.path().isEmpty()) {
      Expr drop = dropped(assign.value(), new HashSet<>()).findFirst().orElse(null);
      return drop == null && mayBeSkipped(assign.value()) ? standing : drop;
    }
    if (standing == null || mayBeSkipped(assign.value()) || isDeleted(assign.value())) {
      return standing;
    }
    found.add(new Undone(standing, assign));
    return null;
  }

  /**
   * An if may be written to pass by what was dropped before it: only what every arm does counts.
   */
  private @Nullable Expr after(Statement.If choice, @Nullable Expr standing) {
    boolean whole = choice.arms().stream().anyMatch(arm -> arm.condition() == null);
    boolean all = whole && choice.arms().stream().allMatch(arm -> setsBelow(arm.body()));
    Expr left = null;
    for (Statement.Arm arm : choice.arms()) {
      Expr end = walk(arm.body(), all ? standing : null);
      left = left == null ? end : left;
    }
    if (left != null) {
      return left;
    }
    return all || choice.arms().stream().anyMatch(arm -> setsDocument(arm.body()))
        ? null
        : standing;
  }

  private static boolean setsBelow(List<Statement> body) {
    return !setsDocument(body)
        && body.stream()
            .anyMatch(statement ->
                statement instanceof Statement.Assign assign
                    && !mayBeSkipped(assign.value())
                    && !isDeleted(assign.value()));
  }

  private static boolean setsDocument(List<Statement> body) {
    return body.stream()
        .anyMatch(
            statement -> statement instanceof Statement.Assign assign && assign.path().isEmpty());
  }

  /** Whether the assignment may not happen. */
  private static boolean mayBeSkipped(Expr value) {
    boolean open =
        switch (value) {
          case Expr.If choice -> choice.otherwise() == null;
          case Expr.Match match -> match.cases().stream().noneMatch(next -> next.pattern() == null);
          default -> false;
        };
    return open
        || MappingTree.results(value)
            .anyMatch(result -> Values.isCall(result, Set.of("nothing")) || isOpen(result, value));
  }

  private static boolean isOpen(Expr result, Expr value) {
    return !result.equals(value) && mayBeSkipped(result);
  }

  private static boolean isDeleted(Expr value) {
    return Values.isCall(value, Set.of("deleted"));
  }

  /** The calls of {@code deleted()} that may become a value. */
  private Stream<Expr> dropped(Expr value, Set<Expr> seen) {
    return MappingTree.results(value)
        .filter(seen::add)
        .flatMap(result ->
            isDeleted(result)
                ? Stream.of(result)
                : handedOn(result).flatMap(part -> dropped(part, seen)));
  }

  private Stream<Expr> handedOn(Expr result) {
    return switch (result) {
      case Expr.MapTo map -> Stream.of(map.query());
      case Expr.Operation operation when isFallback(operation) ->
          operation.operands().stream().map(Expr.Operand::term);
      case Expr.MethodCall call when call.name().equals("or") || call.name().equals("catch") ->
          Stream.concat(
              Stream.of(call.target()), call.arguments().stream().map(Expr.Argument::value));
      case Expr.MethodCall call ->
          tree.applied(call).filter(assign -> assign.path().isEmpty()).map(Statement.Assign::value);
      default -> Stream.empty();
    };
  }

  private static boolean isFallback(Expr.Operation operation) {
    return operation.operators().stream().allMatch(at -> at.operator() == Operator.COALESCE);
  }
}
