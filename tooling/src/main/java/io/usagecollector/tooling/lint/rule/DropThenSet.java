package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.Drops;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import java.util.List;

/** A dropped document is no object: nothing can be set below it. */
public final class DropThenSet {
  public static final Rule RULE =
      new Rule(
          "drop-then-set",
          Severity.WARNING,
          "what `root = if c { deleted() }` drops fails where `root.x` is set after it",
          """
          A mapping goes on after `root = deleted()`. Setting a field below what was dropped is an error: the\
           event is never dropped, always fails, and ends as a dead letter.\
          """,
          """
          root = if this.kind != "usage" { deleted() }
          root.properties.units = this.units
          """,
          """
          root = if this.kind != "usage" { deleted() } else { this.merge({"properties": {"units": this.units}}) }
          """,
          DropThenSet::look);

  private DropThenSet() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return Drops.in(tree).stream()
        .map(undone ->
            new Rule.Hit(
                undone.drop().at(),
                "never dropped, always fails: `root."
                    + Paths.text(undone.after().path())
                    + "` is set after it",
                "set the fields where it is not dropped: `root = if ... { deleted() } else { {...} }`,"
                    + " or drop in a `mapping` of its own before this one"))
        .distinct()
        .toList();
  }
}
