package io.usagecollector.core.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Findings;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeKeysTest {
  private static String read(String text) {
    return shown(YamlFileReader.read(text, new Findings("p.yaml")));
  }

  private static String shown(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.text().written();
      case YamlNode.Items items ->
          items.items().stream()
              .map(MergeKeysTest::shown)
              .collect(Collectors.joining(",", "[", "]"));
      case YamlNode.Section section ->
          section.entries().stream()
              .map(entry -> entry.key() + ":" + shown(entry.value()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  @Test
  void ownKeysGoBeforeMergedOnesWhereverTheyStand() {
    assertThat(read("a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}\nc: {x: 4, <<: *a}"))
        .isEqualTo("{a:{x:1,y:2},b:{x:3,y:2},c:{x:4,y:2}}");
  }

  @Test
  void theFirstOfSeveralSectionsGoesBeforeTheNext() {
    assertThat(read("- &a {x: 1}\n- &b {x: 2, y: 2}\n- {<<: [*a, *b]}"))
        .isEqualTo("[{x:1},{x:2,y:2},{x:1,y:2}]");
  }

  @Test
  void whatWasMergedIsMergedOn() {
    assertThat(read("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}"))
        .isEqualTo("[{x:1},{y:2,x:1},{y:2,x:1}]");
  }

  @Test
  void inQuotesItIsAKey() {
    assertThat(read("\"<<\": {x: 1}")).isEqualTo("{<<:{x:1}}");
  }

  @Test
  void whatIsNoSectionCannotBeMerged() {
    for (String text : List.of("<<: 1", "<<: [1]", "&a\n<<: *a", "- &a {x: 1}\n- <<: [[*a]]")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("<< merges a section, or a list of sections");
    }
    assertThatThrownBy(() -> read("<<: {a: 1}\n<<: {b: 1}"))
        .hasMessage(
            "p.yaml:2:1: no valid YAML: the key << stands here a second time: give it a list");
  }
}
