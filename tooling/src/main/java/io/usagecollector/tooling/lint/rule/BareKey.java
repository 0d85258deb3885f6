package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.stream.Stream;

/** In an object, a key without quotes is a query. */
public final class BareKey {
  public static final Rule RULE =
      new Rule(
          "bare-key",
          Severity.WARNING,
          "a key without quotes in an object is read from the input",
          """
          `{ a: 1 }` asks for `this.a` and takes its text as the key. Where there is none the mapping fails with\
           `invalid key type`, and the event ends as a dead letter; where there is one, the key has another\
           name.\
          """,
          """
          root.properties = { units: this.units }
          """,
          """
          root.properties = { "units": this.units }
          """,
          BareKey::look);

  private BareKey() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.expressions()
        .flatMap(expr ->
            expr instanceof Expr.ObjectOf object
                ? object.members().stream()
                : Stream.<Expr.Member>empty())
        .flatMap(member -> bare(member.key()))
        .map(name ->
            new Rule.Hit(
                name.at(),
                "`" + name.name() + "` is read from the input, and its value is the key",
                "write `\""
                    + name.name()
                    + "\": ...`; if the value is meant, write `this."
                    + name.name()
                    + ": ...`"))
        .toList();
  }

  /** A name alone; with {@code this.} before it, its writer knows. */
  private static Stream<Expr.Field> bare(Expr key) {
    return key instanceof Expr.Field field
            && field.target() instanceof Expr.This self
            && self.at() == field.at()
        ? Stream.of(field)
        : Stream.empty();
  }
}
