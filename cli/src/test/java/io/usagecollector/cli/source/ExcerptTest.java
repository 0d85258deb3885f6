package io.usagecollector.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aCaretStandsUnderThePlaceBehindTabsAndWideCharacters() {
    assertThat(Excerpt.of("first\n\ta😀b = c\n", 2, 5).map(Excerpt::toString))
        .contains("  2 | \ta😀b = c\n    | \t   ^");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    assertThat(Excerpt.ofLine(1, "x".repeat(300) + "y" + "z".repeat(300), 301).toString().lines())
        .containsExactly(
            "  1 | …" + "x".repeat(80) + "y" + "z".repeat(39), "    | " + " ".repeat(81) + "^");
  }

  @Test
  void aCaretPastTheEndStandsBehindTheLine() {
    assertThat(Excerpt.ofLine(12, "one", 9)).hasToString("  12 | one\n     |    ^");
  }

  @Test
  void aLineThatIsNotThereIsNotShown() {
    assertThat(Excerpt.of("one", 7, 1)).isEmpty();
  }
}
