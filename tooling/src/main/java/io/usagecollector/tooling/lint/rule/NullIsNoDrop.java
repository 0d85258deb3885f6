package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;

/** Null is a document like any other. */
public final class NullIsNoDrop {
  public static final Rule RULE =
      new Rule(
          "null-is-no-drop",
          Severity.WARNING,
          "`root = null` does not drop the message",
          """
          The event becomes the JSON value null and goes on: it is no event, and ends as a dead letter\
           instead of being filtered.\
          """,
          """
          root = if this.status == "ok" { this } else { null }
          """,
          """
          root = if this.status == "ok" { this } else { deleted() }
          """,
          NullIsNoDrop::look);

  private NullIsNoDrop() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.assignments()
        .filter(assign -> assign.path().isEmpty())
        .flatMap(assign -> MappingTree.results(assign.value()))
        .filter(Values::isNull)
        .map(result ->
            new Rule.Hit(
                result.at(),
                "the whole document becomes null; nothing is dropped",
                "to drop the message write `deleted()`"))
        .toList();
  }
}
