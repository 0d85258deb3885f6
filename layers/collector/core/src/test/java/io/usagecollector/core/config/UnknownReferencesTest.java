package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins as a reference and is none is never taken for a text that was meant. */
class UnknownReferencesTest {
  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse(
        "p.yaml", text, EnvironmentVariables.of(Map.of("KEY", "k", "A", "a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${KEY|base64decode}",
        "${KEY-default}",
        "${ KEY }",
        "${}",
        "${file:/run/key",
        "$${KEY|x}",
        "a${KEY?}b",
        "${KEY${A}}",
      })
  void aKeyThatBeginsAsAReferenceIsAnError(String written) {
    assertThatThrownBy(() -> parse("output:\n  flexprice:\n    api_key: " + written + "\n"))
        .hasMessageContaining(
            "p.yaml:3:14: output.flexprice.api_key holds ${ that begins no"
                + " reference: known are ${NAME} and ${NAME:default}, and ${{NAME}} for the text"
                + " ${NAME}");
  }

  /** Without quotes its brackets are those of the section it lies in. */
  @ParameterizedTest
  @ValueSource(
      strings = {"${KEY|base64decode}", "${ KEY }", "${}", "${KEY-x}", "${{KEY|x}}", "a${KEY?}b"})
  void soItIsInASectionOfOneLine(String written) {
    String known =
        " holds ${ that begins no reference: known are ${NAME} and ${NAME:default}, and ${{NAME}}"
            + " for the text ${NAME}";
    String file = "output: {flexprice: {api_host: h, api_key: %s}}\n";
    assertThatThrownBy(() -> parse(file.formatted(written)))
        .hasMessageStartingWith("p.yaml:1:")
        .hasMessageContaining("no valid YAML: ")
        .hasMessageEndingWith(": the line" + known);
    assertThatThrownBy(() -> parse(file.formatted("'" + written + "'")))
        .hasMessage("p.yaml:1:44: output.flexprice.api_key" + known);
  }

  @Test
  void otherFaultsOfALineWithReferencesAreNotLaidToThem() {
    assertThatThrownBy(() -> parse("# ${x|y}\noutput: {flexprice: {api_key: ${KEY} : }}\n"))
        .hasMessageEndingWith("no valid YAML: expected ',' or '}', but got :");
  }

  @Test
  void aQueryIsNoKeyEither() {
    assertThatThrownBy(() -> parse("output: {flexprice: {api_key: '${! env(\"KEY\") }'}}"))
        .hasMessage(
            "p.yaml:1:31: output.flexprice.api_key holds ${! that nothing runs here: write ${NAME},"
                + " and set the variable");
    assertThatThrownBy(() -> parse("output: {flexprice: {api_key: ${! env(\"KEY\") }}}"))
        .hasMessageContaining("no valid YAML: ")
        .hasMessageEndingWith(": put a text with ${! in quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${KEY}", "${KEY:x}", "${NONE:x}", "${{KEY}}", "$KEY", "a$"})
  void aReferenceAndItsEscapeAreTaken(String written) {
    assertThat(parse("output:\n  flexprice:\n    api_key: \"" + written + "\"\n").output())
        .isNotNull();
  }

  @Test
  void inBloblangItIsTakenWithANotice() {
    CollectorConfig config =
        parse(
            """
            pipeline:
              processors:
                - log:
                    message: ${! json("a") } ${! this.b } ${!this.c}
            output: {flexprice: {api_key: "${KEY}"}}
            """);
    assertThat(config.notices()).extracting(Notice::text).isEmpty();
    assertThat(
            parse(
                    "pipeline: {processors: [{mapping: 'root.a = \"${A|x}\"'}]}\n"
                        + "output: {flexprice: {api_key: '${KEY}'}}")
                .notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith("pipeline.processors[0].mapping holds ${ that begins no reference");
  }
}
