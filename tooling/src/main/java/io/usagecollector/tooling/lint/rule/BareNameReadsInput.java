package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.tooling.lint.tree.Inputs;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The same word means two documents. */
public final class BareNameReadsInput {
  public static final Rule RULE =
      new Rule(
          "bare-name-reads-input",
          Severity.WARNING,
          "a bare name on the right reads the input, not what was just set",
          """
          `x = ...` sets `root.x`, and `x` on the right is `this.x`: the old value, or null, decides what\
           is billed.\
          """,
          """
          total = this.a + this.b
          properties.billed = total
          """,
          """
          root.total = this.a + this.b
          root.properties.billed = root.total
          """,
          BareNameReadsInput::look);

  private BareNameReadsInput() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    List<Rule.Hit> hits = new ArrayList<>();
    Set<List<Str>> written = new HashSet<>();
    for (Statement statement : tree.mutation() ? List.<Statement>of() : tree.statements()) {
      MappingTree.values(statement)
          .flatMap(Inputs::within)
          .filter(expr -> isBare(tree, expr))
          .filter(expr -> written.contains(path(expr)))
          .forEach(expr -> hits.add(hit(start(expr), Paths.text(path(expr)))));
      if (statement instanceof Statement.Assign assign && isNew(tree, assign)) {
        written.add(assign.path());
      }
    }
    return hits;
  }

  private static List<Str> path(Expr expr) {
    List<Str> path = Paths.ofThis(expr);
    return path == null ? List.of() : path;
  }

  /** A target written bare, and given something else than the field of its name. */
  private static boolean isNew(MappingTree tree, Statement.Assign assign) {
    return !assign.path().isEmpty()
        && !tree.readsAt(assign.at(), "root")
        && MappingTree.within(assign.value())
            .noneMatch(expr -> assign.path().equals(Paths.ofThis(expr)));
  }

  private static boolean isBare(MappingTree tree, Expr expr) {
    return expr instanceof Expr.Field
        && Paths.ofThis(expr) != null
        && !tree.readsAt(start(expr), "this");
  }

  private static int start(Expr expr) {
    return expr instanceof Expr.Field field ? start(field.target()) : expr.at();
  }

  private static Rule.Hit hit(int at, String path) {
    return new Rule.Hit(
        at,
        "`" + path + "` reads the input, not the `" + path + "` that was set above",
        "write `root." + path + "` for what was set, `this." + path + "` for the input");
  }
}
