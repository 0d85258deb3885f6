package io.usagecollector.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.tooling.lint.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LintPageTest {
  private static final Path PAGE = Path.of("..", "docs", "lint.md");

  /** A page that is missing or differs is written anew, and the test fails all the same. */
  @Test
  void thePageInTheDocsIsTheOneTheRulesPrint() throws IOException {
    String printed = LintPage.of(Rules.all());
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!found.equals(printed)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(found).as("docs/lint.md: look at what changed, and commit it").isEqualTo(printed);
  }
}
