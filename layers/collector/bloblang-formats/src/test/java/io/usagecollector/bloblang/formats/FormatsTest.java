package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.extension.Example;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Refusals;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  static Stream<Example> examples() {
    return Formats.methods().stream().map(MethodSpec::doc).flatMap(doc -> doc.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleGivesWhatItSays(Example example) {
    assertThat(Run.mapping(example.mapping(), example.input())).isEqualTo(example.output());
  }

  @Test
  void withoutThisModuleItsMethodsAreRefusedByName() {
    assertThat(Formats.methods())
        .extracting(MethodSpec::name)
        .filteredOn(name -> Bloblang.standard().library().method(name) == null)
        .containsExactlyInAnyOrder("parse_yaml", "format_yaml", "json_schema")
        .allSatisfy(name -> assertThat(Refusals.reason(true, name)).contains("bloblang-formats"));
  }

  private static String yaml(String text) {
    return Run.mapping("root = content().parse_yaml().catch(e -> e)", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1|{\"a\":1}",
        "a: 010|{\"a\":8}",
        "a: 0o10|{\"a\":8}",
        "a: 0x_1F|{\"a\":31}",
        "a: 1_000|{\"a\":1000}",
        "a: 1e3|{\"a\":1000}",
        "a: .5|{\"a\":0.5}",
        "a: -1.50|{\"a\":-1.5}",
        "a: 18446744073709551615|{\"a\":18446744073709551615}",
        "a: True|{\"a\":true}",
        "a: yes|{\"a\":\"yes\"}",
        "a: ~|{\"a\":null}",
        "a: \"1\"|{\"a\":\"1\"}",
        "[a, {b: c}]|[\"a\",{\"b\":\"c\"}]",
      })
  void scalarsMeanWhatTheyMeanToYaml(String text, String json) {
    assertThat(yaml(text)).isEqualTo(json);
  }

  @Test
  void blocksAnchorsAndAliasesAreRead() {
    assertThat(yaml("a: &x\n  k: |\n    one\n    two\nb: *x\n"))
        .isEqualTo("{\"a\":{\"k\":\"one\\ntwo\\n\"},\"b\":{\"k\":\"one\\ntwo\\n\"}}");
  }

  @Test
  void whatIsNoYamlFailsAndSoDoesABomb() {
    assertThat(yaml("a: [1")).contains("failed to parse value as YAML: ");
    assertThat(Run.mapping("root = 5.parse_yaml().catch(e -> e)", ""))
        .isEqualTo("expected string value, got number from number literal (5)");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
    }
    assertThat(yaml(bomb.toString())).contains("failed to parse value as YAML: ");
    assertThat(yaml("[".repeat(100_000))).contains("failed to parse value as YAML: ");
  }

  @Test
  void yamlIsWrittenInBlocksOfFourSpacesWithKeysInNaturalOrder() {
    assertThat(
            Run.mapping(
                "root = content().parse_json().format_yaml()",
                "{\"k10\":1,\"k2\":[{\"b\":1,\"a\":[2,[3]]},[]],\"e\":{},\"m\":{\"n\":null}}"))
        .isEqualTo(
            """
            e: {}
            k2:
                - a:
                    - 2
                    - - 3
                  b: 1
                - []
            k10: 1
            m:
                "n": null
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain text|plain text",
        "a:b|a:b",
        "a: b|'a: b'",
        "- a|'- a'",
        "-a|-a",
        "it's|it's",
        "'q'|'''q'''",
        "true|\"true\"",
        "12|\"12\"",
        "no|\"no\"",
        "2020-01-02|\"2020-01-02\"",
        "a #b|'a #b'",
        "[a|'[a'",
        "é|é"
      })
  void textsAreQuotedOnlyWhereTheyMust(String text, String yaml) {
    assertThat(Run.mapping("root = this.format_yaml()", "\"" + text + "\"")).isEqualTo(yaml + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" x\"",
        "\"x \"",
        "\"a\\nb\\n\"",
        "\"a\\n\\n\"",
        "\"\\t\"",
        "\"\\u0001\"",
        "\"\\\"\"",
        "\"a\\\\b\"",
        "\"?\"",
        "\"...\"",
        "\"~\"",
        "\"x:\"",
        "\"é\\u2028\"",
        "{\"a b\":[\"c\\nd\",{\"e\":-0.5}],\"\":1e+21}",
        "[[1,[2,{\"x\":[]}]],{}]",
        "\"a \\nb\""
      })
  void whatWasWrittenIsReadBack(String json) {
    assertThat(
            Run.mapping(
                "root = [content().parse_json().format_yaml().parse_yaml()].format_json(no_indent: true, escape_html: false)",
                json))
        .isEqualTo(
            Run.mapping(
                "root = [content().parse_json()].format_json(no_indent: true, escape_html: false)",
                json));
  }
}
