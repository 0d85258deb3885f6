package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** YAML as Go's yaml.v3 reads and writes it, where that is more or other than YAML 1.2. */
class YamlMeaningTest {
  @Test
  void aDateIsATimestamp() {
    assertThat(read("a: 2025-12-01")).isEqualTo("{\"a\":\"2025-12-01T00:00:00Z\"}");
    assertThat(read("a: 2001-12-14 21:59:43.10")).isEqualTo("{\"a\":\"2001-12-14T21:59:43.1Z\"}");
    assertThat(read("a: 2025-13-01")).isEqualTo("{\"a\":\"2025-13-01\"}");
    assertThat(read("a: \"2025-12-01\"")).isEqualTo("{\"a\":\"2025-12-01\"}");
  }

  @Test
  void aTagDecides() {
    assertThat(read("[!!str 1, !!int \"5\", !own 1]")).isEqualTo("[\"1\",5,\"1\"]");
  }

  @Test
  void theFirstDocumentCounts() {
    assertThat(read("---\na: 1\n---\nb: 2")).isEqualTo("{\"a\":1}");
  }

  @Test
  void aMergeGivesWhatIsNotThere() {
    assertThat(read("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3"))
        .isEqualTo("{\"x\":{\"a\":1,\"b\":2},\"y\":{\"a\":1,\"b\":3}}");
    assertThat(read("<<: 1"))
        .endsWith("yaml: map merge requires map or sequence of maps as the value");
  }

  @Test
  void aMappingWithAKeyThatIsNoTextIsNoObject() {
    for (String yaml : new String[] {"true: 1", "1: 1", "~: 1", "2020-01-01: 1", "!own a: 1"}) {
      assertThat(Run.mapping("let y = content().string().parse_yaml()\nroot = $y.type()", yaml))
          .isEqualTo("unknown");
      assertThat(read(yaml)).isEmpty();
      assertThat(read("a:\n- {b: {" + yaml + "}}")).isEmpty();
    }
    assertThat(Run.mapping("root = content().string().parse_yaml().string()", "1: 1"))
        .isEqualTo("null");
    assertThat(read("\"1\": 1")).isEqualTo("{\"1\":1}");
    assertThat(read("!!str 1: 1")).isEqualTo("{\"1\":1}");
  }

  @Test
  void aLineSeparatorAloneIsNothing() {
    assertThat(read("a: \u2028")).isEqualTo("{\"a\":null}");
  }

  @Test
  void aWholeNumberIsAnInt() {
    assertThat(Run.mapping("root = \"%T\".format(\"5\".parse_yaml())", "")).isEqualTo("int");
  }

  @Test
  void aKeyStandsOnce() {
    assertThat(read("a: 1\na: 2"))
        .endsWith("yaml: unmarshal errors:\n  line 2: mapping key \"a\" already defined at line 1");
  }

  @Test
  void numbersMayHoldUnderscoresUnlessTheyBeginWithOne() {
    assertThat(read("[1_000, 1_000.5, _1, 0X1F, 0o17, 017, 08, 0b11]"))
        .isEqualTo("[1000,1000.5,\"_1\",31,15,15,8,3]");
  }

  @Test
  void whatIsWrongIsSaidInTheWordsAMappingMayKnow() {
    assertThat(read("a: b: c")).endsWith("yaml: mapping values are not allowed in this context");
    assertThat(read("a:\n - 1\n b: 2"))
        .endsWith("yaml: line 1: did not find expected '-' indicator");
    assertThat(read("\tx: 1")).endsWith("yaml: found character that cannot start any token");
    assertThat(read("a: *x")).endsWith("yaml: unknown anchor 'x' referenced");
    assertThat(read("a: - 1"))
        .endsWith("yaml: block sequence entries are not allowed in this context");
  }

  @Test
  void theTextOfANumberIsWrittenAsText() {
    assertThat(Run.mapping("root = this.format_yaml()", "{\"n\":1764585000,\"f\":1.50}"))
        .isEqualTo("f: \"1.50\"\n\"n\": \"1764585000\"\n");
    assertThat(Run.mapping("root = {\"n\": this.n + 1}.format_yaml()", "{\"n\":1}"))
        .isEqualTo("\"n\": 2\n");
  }

  private static String read(String yaml) {
    return Run.mapping("root = content().parse_yaml().catch(e -> e)", yaml);
  }
}
