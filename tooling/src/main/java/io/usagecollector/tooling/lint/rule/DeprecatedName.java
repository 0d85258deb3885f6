package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry knows which, and what to use instead. */
public final class DeprecatedName {
  public static final Rule RULE =
      new Rule(
          "deprecated",
          Severity.NOTICE,
          "a name that has a modern one",
          """
          It works as ever, here and upstream.\
          """,
          """
          root.at = this.at.format_timestamp("2006")
          """,
          """
          root.at = this.at.ts_format("2006")
          """,
          DeprecatedName::look);

  private DeprecatedName() {}

  /** Where the modern name is not the same: what is different. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          "meta",
              " (not the same: it keeps the value's type and an empty text, where meta() answers"
                  + " text, and null for an empty one)",
          "root_meta", " (not the same: it keeps the value's type and an empty text)",
          "count", " (not the same: each counter() counts by itself)",
          "parse_timestamp", " (not the same: it answers a timestamp, not a text)",
          "parse_timestamp_strptime", " (not the same: it answers a timestamp, not a text)");

  private static List<Rule.Hit> look(MappingTree tree) {
    return tree.expressions().flatMap(expr -> hit(tree, expr)).toList();
  }

  private static Stream<Rule.Hit> hit(MappingTree tree, Expr expr) {
    return switch (expr) {
      case Expr.FunctionCall call -> {
        var spec = tree.library().function(call.name());
        yield hit(call.at(), call.name(), spec == null ? null : spec.doc().deprecated());
      }
      case Expr.MethodCall call -> {
        var spec = tree.library().method(call.name());
        yield hit(call.at(), call.name(), spec == null ? null : spec.doc().deprecated());
      }
      default -> Stream.empty();
    };
  }

  private static Stream<Rule.Hit> hit(int at, String name, @Nullable String instead) {
    return instead == null
        ? Stream.empty()
        : Stream.of(
            new Rule.Hit(
                at,
                "`" + name + "` is deprecated",
                "the modern name is `" + instead + "`" + DIFFERENCES.getOrDefault(name, "")));
  }
}
