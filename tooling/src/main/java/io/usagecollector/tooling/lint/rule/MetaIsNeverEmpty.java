package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.tooling.lint.tree.Comparisons;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;
import java.util.Set;

/** The deprecated reader of metadata knows no empty text. */
public final class MetaIsNeverEmpty {
  public static final Rule RULE =
      new Rule(
          "meta-is-never-empty",
          Severity.WARNING,
          "`meta(\"k\")` is null where it is empty, so comparing it with `\"\"` is idle",
          """
          A check for missing metadata never fires, and events it should stop are billed.\
          """,
          """
          root = if meta("tenant") == "" { deleted() } else { this }
          """,
          """
          root = if meta("tenant") == null { deleted() } else { this }
          """,
          MetaIsNeverEmpty::look);

  private MetaIsNeverEmpty() {}

  private static final Set<String> READS = Set.of("meta", "root_meta");

  private static List<Rule.Hit> look(MappingTree tree) {
    return Comparisons.in(tree)
        .filter(pair -> pair.has(side -> Values.isText(side, "")))
        .filter(pair -> pair.has(side -> isRead(side)))
        .map(pair ->
            new Rule.Hit(
                pair.at(),
                "`meta` never answers an empty text: missing or empty, it is null",
                "compare with null: `meta(\"k\") == null`"))
        .toList();
  }

  private static boolean isRead(Expr side) {
    return Values.isCall(side, READS)
        && side instanceof Expr.FunctionCall call
        && !call.arguments().isEmpty();
  }
}
