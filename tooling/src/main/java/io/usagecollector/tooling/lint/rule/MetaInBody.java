package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import java.util.List;

/** {@code meta.x = v} is a path below {@code root}. */
public final class MetaInBody {
  public static final Rule RULE =
      new Rule(
          "meta-in-body",
          Severity.WARNING,
          "`meta.x = v` writes the document, not metadata",
          """
          The event gets a key `meta`. An event has no such key: it is left out when sent, and metadata that a\
           later step reads is not there.\
          """,
          """
          meta.tenant = this.tenant
          """,
          """
          meta tenant = this.tenant
          """,
          MetaInBody::look);

  private MetaInBody() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.allAssignments()
        .filter(assign -> assign.path().size() > 1 && tree.readsAt(assign.at(), "meta."))
        .map(assign -> hit(assign.at(), Paths.text(assign.path())))
        .toList();
  }

  private static Rule.Hit hit(int at, String path) {
    return new Rule.Hit(
        at,
        "`" + path + " =` sets root." + path + " in the document",
        "metadata is set with a blank: `meta "
            + path.substring("meta.".length())
            + " = ...`; if the document is meant, write `root."
            + path
            + " = ...`");
  }
}
