package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;

/** A branch that is not there is a statement that is not run. */
public final class HalfDrop {
  public static final Rule RULE =
      new Rule(
          "root-without-else",
          Severity.WARNING,
          "`root = if c { ... }` without an else leaves the document as it was",
          """
          Where no branch is taken the statement is skipped: what should have been dropped goes on as it came\
           in, and is billed if it looks like an event.\
          """,
          """
          root = if this.status == "ok" { this }
          """,
          """
          root = if this.status == "ok" { this } else { deleted() }
          """,
          HalfDrop::look);

  private HalfDrop() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    List<Statement.Assign> roots =
        tree.assignments().filter(assign -> assign.path().isEmpty()).toList();
    return roots.stream()
        .filter(assign -> isOpen(assign.value()))
        .filter(assign -> MappingTree.results(assign.value()).noneMatch(HalfDrop::isEnd))
        .filter(assign -> roots.getFirst().equals(assign))
        .map(assign ->
            new Rule.Hit(
                assign.value().at(),
                "where no branch is taken, the message goes on unchanged",
                "say what becomes of the others: `else { deleted() }` (in a match"
                    + " `_ => deleted()`) drops them, `else { this }` keeps them"))
        .toList();
  }

  private static boolean isOpen(Expr value) {
    return switch (value) {
      case Expr.If choice -> choice.otherwise() == null;
      case Expr.Match match -> match.cases().stream().noneMatch(next -> next.pattern() == null);
      default -> false;
    };
  }

  /** Whether a branch drops or refuses: then the others are what is kept. */
  private static boolean isEnd(Expr result) {
    return result instanceof Expr.FunctionCall call
        && (call.name().equals("deleted") || call.name().equals("throw"));
  }
}
