package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** YAML and values built to be hostile. Runs in a JVM of its own with a small heap. */
@Tag("hostile")
class HostileYamlTest {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private static String run(String mapping, String input) {
    String said = assertTimeoutPreemptively(DEADLINE, () -> Run.mapping(mapping, input));
    return said.substring(0, Math.min(said.length(), 300));
  }

  private static String parsed(String yaml) {
    return run("root = content().parse_yaml().type().catch(e -> e)", yaml);
  }

  @Test
  void laughsByTheBillionAreNotRead() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
    }
    assertThat(parsed(bomb.toString())).contains("failed to parse value as YAML: ");
  }

  @Test
  void sequencesNestedTooDeepAreNotRead() {
    assertThat(parsed("[".repeat(100_000))).contains("failed to parse value as YAML: ");
    assertThat(parsed("- ".repeat(20_000) + "x")).contains("failed to parse value as YAML: ");
  }

  @Test
  void aLongScalarIsReadUpToThreeMegabytes() {
    assertThat(parsed("a: \"" + "x".repeat(3_000_000) + "\"")).isEqualTo("object");
    assertThat(parsed("a: \"" + "x".repeat(4_000_000) + "\"")).contains("exceeds the limit");
  }

  @Test
  void aDeepValueIsWritten() {
    String deep = "[".repeat(9_000) + "]".repeat(9_000);
    assertThat(run("root = this.format_yaml().length()", deep)).isEqualTo("18001");
  }

  @Test
  void aValueThatHoldsItselfTwiceSixtyDeepIsNotWritten() {
    assertThat(run("root = range(0, 60).fold([1], i -> [i.tally, i.tally]).format_yaml()", "{}"))
        .contains("a text of more than 67108864 bytes");
    assertThat(
            run(
                "root = range(0, 60).fold({\"a\": 1}, i -> {\"a\": i.tally, \"b\": i.tally}).format_yaml()",
                "{}"))
        .contains(" more than ");
  }

  @Test
  void oneLongTextHeldManyTimesIsNotWritten() {
    assertThat(
            run(
                "let s = \"abc\".repeat(1000000)\nroot = range(0, 100000).map_each(i -> $s).format_yaml()",
                "{}"))
        .contains("a text of more than 67108864 bytes");
  }
}
