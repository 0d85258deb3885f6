package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Metadata that is read and metadata that is written are two things. */
public final class OldMetadata {
  public static final Rule RULE =
      new Rule(
          "old-metadata",
          Severity.WARNING,
          "`meta(\"k\")` reads the metadata the message came with",
          """
          A value set by `meta k = ...` in the same mapping is not seen: the old value, or null, decides what\
           is billed.\
          """,
          """
          meta tenant = this.tenant
          root.external_customer_id = meta("tenant")
          """,
          """
          meta tenant = this.tenant
          root.external_customer_id = @tenant
          """,
          OldMetadata::look);

  private OldMetadata() {}

  private static final Set<String> READS = Set.of("meta", "metadata");

  private static List<Rule.Hit> look(MappingTree tree) {
    List<Rule.Hit> hits = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (Statement statement : tree.mutation() ? List.<Statement>of() : tree.statements()) {
      MappingTree.values(statement)
          .flatMap(MappingTree::within)
          .filter(expr -> Values.isCall(expr, READS))
          .map(Expr.FunctionCall.class::cast)
          .filter(call -> written.contains(key(call)))
          .forEach(call -> hits.add(hit(call.at(), key(call))));
      if (statement instanceof Statement.Meta meta && meta.key() != null) {
        written.add(String.valueOf(meta.key()));
      }
    }
    return hits;
  }

  private static String key(Expr.FunctionCall call) {
    return call.arguments().size() == 1
            && call.arguments().getFirst().value() instanceof Expr.Literal literal
            && literal.value() instanceof Str key
        ? key.toString()
        : "";
  }

  private static Rule.Hit hit(int at, String key) {
    return new Rule.Hit(
        at,
        "`" + key + "` was set above, and this reads what the message came with",
        "read what was set with `@" + key + "`, or with a variable");
  }
}
