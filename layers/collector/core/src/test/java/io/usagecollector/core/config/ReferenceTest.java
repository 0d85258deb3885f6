package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References to the environment's variables, as upstream knows them. */
class ReferenceTest {
  private static CollectorConfig parse(String text, Map<String, String> environment) {
    return CollectorConfig.parse("pipeline.yaml", text, EnvironmentVariables.of(environment));
  }

  private static String group(String written, Map<String, String> environment) {
    String text =
        "input: {kafka: {consumer_group: " + written + "}}\noutput: {flexprice: {api_key: k}}";
    return parse(text, environment).input().consumerGroup();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ${X}                | value
          '${X}'              | value
          "${X}"              | value
          a-${X}-b            | a-value-b
          ${X}${X}            | valuevalue
          ${X:other}          | value
          ${NOT_SET:other}    | other
          ${EMPTY:other}      | other
          ${NOT_SET:a: b # c} | a: b # c
          ${NOT_SET:{a}       | {a
          ${NOT_SET:${X}}     | ${X}
          ${{X}}              | ${X}
          ${{X:other}}        | ${X:other}
          ${QUOTED}           | quoted
          '${QUOTED}'         | "quoted"
          ${LINES}            | one\\ntwo
          ${YAML}             | a: [b, *c] # d
          $X                  | $X
          """)
  void aReferenceStandsForItsValue(String written, String meant) {
    Map<String, String> environment =
        Map.of(
            "X", "value",
            "EMPTY", "",
            "QUOTED", "\"quoted\"",
            "LINES", "one\ntwo",
            "YAML", "a: [b, *c] # d");
    assertThat(group(written, environment)).isEqualTo(meant);
  }

  @Test
  void aVariableMayHoldAList() {
    String text = "input: {kafka: {topics: ${TOPICS}}}\noutput: {flexprice: {api_key: k}}";
    assertThat(parse(text, Map.of("TOPICS", "[a, \"b\"]")).input().topics())
        .containsExactly("a", "b");
    assertThat(parse(text, Map.of("TOPICS", "a,b")).input().topics()).containsExactly("a", "b");
  }

  @Test
  void anEmptyVariableIsSet() {
    assertThat(group("${EMPTY}", Map.of("EMPTY", ""))).isEmpty();
  }

  @Test
  void placesAreThoseOfTheFileAsWritten() {
    String text =
        """
        # ${LONG} 😀
        output:
          flexprice: {api_key: ${LONG}, api_host: "😀${LONG}", colour: red}
        """;
    assertThatThrownBy(() -> parse(text, Map.of("LONG", "x".repeat(500))))
        .hasMessageContaining("pipeline.yaml:3:55: unknown key output.flexprice.colour");
  }

  @Test
  void aReferenceIsNoKey() {
    assertThatThrownBy(
            () -> parse("output: {flexprice: {api_key: k}}\n${X}: 1\n", Map.of("X", "secret")))
        .hasMessageContaining("pipeline.yaml:2:1: unknown key ${X}")
        .hasMessageNotContaining("secret");
  }

  /** Whatever a variable holds, no error shows it and it changes nothing but its own value. */
  @Property
  void noValueChangesTheFileOrEndsUpInAnError(@ForAll("values") String value) {
    String marked = "#!marker7351" + value;
    String text =
        """
        input: {kafka: {consumer_group: ${X}, topics: [ "${X}" ]}}
        output:
          flexprice:
            api_host: ${X}
            api_key: ${X}
            scheme: ${X}
            batching: {count: ${X}}
            ${X}: ${X}
        """;
    assertThatThrownBy(() -> parse(text, Map.of("X", marked)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("pipeline.yaml:7:23: output.flexprice.batching.count is '${X}'")
        .hasMessageNotContaining("marker7351");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withChars("ab:[]{}#&*!|>'\"%@`\n\t ,-?\\$\uE000\uE001")
        .ofMaxLength(20);
  }
}
