package io.usagecollector.cli.lint;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.tooling.lint.Finding;
import io.usagecollector.tooling.lint.Linter;
import io.usagecollector.tooling.lint.rule.Rule;
import java.util.List;
import java.util.Locale;

/** The page that lists the rules: {@code docs/lint.md}. */
final class LintPage {
  private static final String HEAD =
      """
      # What lint looks for

      This page is printed from the code by its tests, and every mapping on it is linted by them.

          scripts/mapping lint [--strict] [--json] FILE...

      looks through configurations (what keeps them from being used, what is taken otherwise here, every mapping in
      them) and through mappings in files of their own (`*.blobl`). A folder, with or without `/...` behind it, stands
      for all of them below it, hidden folders and test files excepted; YAML that is no configuration is passed over, and named.

      - An *error* is what does not run. It makes the exit status 1.
      - A *warning* is what runs, and may bill what is not meant. It makes the exit status 1 with `--strict`.
      - A *notice* is what runs and bills as written.

      A rule that cannot be sure keeps silent. What a rule cannot see: other mappings of the same configuration,
      the events themselves, and what a map from another file does.

      ## Rules
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private LintPage() {}

  static String of(List<Rule> rules) {
    LintPage page = new LintPage();
    rules.forEach(page::rule);
    return page.page.toString();
  }

  private void rule(Rule rule) {
    String severity = rule.severity().name().toLowerCase(Locale.ROOT);
    page.append("\n### ").append(rule.name()).append(" (").append(severity).append(")\n\n");
    String title = rule.title();
    page.append(title.substring(0, 1).toUpperCase(Locale.ROOT)).append(title.substring(1));
    page.append(".\n\n").append(rule.meaning()).append("\n\n```bloblang\n");
    page.append(rule.bad()).append("# ").append(message(rule)).append("\n```\n\n");
    page.append("Instead:\n\n```bloblang\n").append(rule.good()).append("```\n");
  }

  private static String message(Rule rule) {
    return new Linter(Bloblang.standard())
        .lint(rule.bad()).stream()
            .filter(found -> found.rule().equals(rule.name()))
            .map(Finding::message)
            .findFirst()
            .orElseThrow();
  }
}
