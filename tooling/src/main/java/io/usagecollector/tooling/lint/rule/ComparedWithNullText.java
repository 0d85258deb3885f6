package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.Comparisons;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.List;

/** A trap someone has found, and walked around. */
public final class ComparedWithNullText {
  public static final Rule RULE =
      new Rule(
          "compared-with-null-text",
          Severity.NOTICE,
          "a comparison with the text `\"null\"` looks for what `.string()` made of a missing value",
          """
          Nothing is billed otherwise; but a real value `null` cannot be told from a missing one.\
          """,
          """
          root.properties.tier = if this.tier.string() != "null" { this.tier } else { "free" }
          """,
          """
          root.properties.tier = this.tier.or("free")
          """,
          ComparedWithNullText::look);

  private ComparedWithNullText() {}

  private static List<Rule.Hit> look(MappingTree tree) {
    return Comparisons.in(tree)
        .filter(pair -> pair.has(side -> Values.isText(side, "null")))
        .map(pair ->
            new Rule.Hit(
                pair.at(),
                "this compares with the text of a missing value",
                "compare with null before `.string()`, or give a fallback with `.or(...)`"))
        .toList();
  }
}
