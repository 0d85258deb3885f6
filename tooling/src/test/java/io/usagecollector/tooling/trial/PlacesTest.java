package io.usagecollector.tooling.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Problem;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of mappings have their place in the file, however the file spells the mapping. */
class PlacesTest {
  private static final EnvironmentVariables VARIABLES =
      EnvironmentVariables.of(Map.of("LONG", "a value that is longer than its name", "S", ""));

  /** Where {@code nope} stands in a text, as an editor counts. */
  private static Position nope(String text) {
    String before = text.substring(0, text.indexOf("nope"));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Position(
        line, before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1);
  }

  private static List<Optional<Position>> problems(String text) {
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class,
            () -> TrialFile.parse("p.yaml", text, VARIABLES).processors(TrialFile.PIPELINE));
    return e.problems().stream().map(Problem::at).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mapping: |\n    root = this\n    root.a = nope()",
        "mapping: |-\n    root = this\n\n    root.a = nope()\n\n",
        "mapping: |+\n\n\n    root.a = nope()\n\n\n",
        "mapping: |2\n     root = this\n     root.a = nope()",
        "mapping: |-2 # why\n       root.b = 1\n     root.a = nope()",
        "mapping:   |   \n    root = if this.a {\n      nope()\n    }",
        "mapping: >\n    root.a = this.a +\n    nope()",
        "mapping: >-\n    root.a = this.a +\n      this.b +\n\n    nope()",
        "mapping: root.a = nope()",
        "mapping: root.a = this.a +\n     this.b  +\n    nope()",
        "mapping:\n     root.a = nope()",
        "mapping: 'root.a = \"it''s\" + nope()'",
        "mapping: 'root.a = \"it''s\" +\n     nope()'",
        "mapping: \"root.a = \\\"x\\\" + nope()\"",
        "mapping: \"root.b = \\\"\\u00e9\\x41\\U0001F600\\\"\\nroot.a = nope()\"",
        "mapping: \"root.a = \\\n      \\t this.b + \\\n      nope()\"",
        "mapping: \"root.b = 1\n\n    root.a = nope()\"",
        "mapping: &anchor |\n    root = this\n    root.a = nope()",
        "mapping: !!str root.a = nope()",
        "mapping: |\n    # 😀 ünïcode\n    root.a = \"😀ü\" + nope()",
        "mapping: |\n    root.b = \"${LONG}\" + \"${NONE:x}\" + \"${S}\"\n    root.a = \"${LONG}\".format(nope())",
        "mapping: 'root.a = \"${LONG}\" + nope()'",
        "mutation: |\n    root = this\n    root.a = nope()",
        "bloblang: root.a = nope()",
        "try:\n    - mapping: |\n        root.a = nope()",
        "branch:\n    request_map: |\n      root = nope()\n    processors: [{noop: {}}]",
        "branch:\n    processors: [{noop: {}}]\n    result_map: 'root.a = nope()'",
        "switch:\n    - check: this.a == nope()\n      processors: [{noop: {}}]",
        "switch:\n    - processors:\n        - for_each:\n            - mapping: root.a = nope()",
        "log:\n    message: 'a ${! nope() }'",
        "log:\n    message: |\n      first line\n      ${! nope() }",
        "log:\n    fields_mapping: |\n      root.a = nope()",
        "metric: {type: counter, name: n, labels: {l: '${! nope() }'}}",
        "resource: r\n\nprocessor_resources:\n  - label: r\n    mapping: |\n      root.a = nope()"
      })
  void aMappingThatDoesNotCompileHasItsPlaceInTheFile(String processor) {
    String text = "pipeline:\n processors:\n - " + processor + "\n";

    assertThat(problems(text)).containsExactly(Optional.of(nope(text)));
    String windows = text.replace("\n", "\r\n");
    assertThat(problems(windows)).containsExactly(Optional.of(nope(windows)));
    assertThat(problems("\uFEFF" + text)).containsExactly(Optional.of(nope(text)));
  }

  @Test
  void anErrorAtTheEndOfALineStandsThere() {
    String start = "pipeline:\n processors:\n - mapping: ";

    assertThat(problems(start + "|\n      root.a =\n      root.b = 1\n"))
        .containsExactly(Optional.of(new Position(4, 15)));
    assertThat(problems(start + "|-\n      root.a = 1 +"))
        .containsExactly(Optional.of(new Position(4, 19)));
    assertThat(problems(start + "root.a = (1")).containsExactly(Optional.of(new Position(3, 24)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mapping: |\n    root = this\n\n    nope = this.a.number()",
        "mutation: >\n\n    nope =\n    this.a.number()",
        "mapping: \"root = this\\n  nope = this.a.number()\"",
        "mapping: nope = this.a.number()",
        "mapping: |\n    root = this\n    if this.a == \"x\" {\n      nope = this.a.number()\n    }",
        "branch:\n    request_map: |\n      root = {}\n      nope = this.a.number()\n    processors: [{noop: {}}]",
        "branch:\n    processors: [{mapping: 'root = {}'}]\n    result_map: |\n      root.x = 1\n      nope = this.b.number()",
        "switch:\n    - check: nope.number() == 1\n      processors: [{noop: {}}]",
        "try:\n    - mapping: root = this\n    - mapping: |\n        let a = 1\n        nope = this.a.number()",
        "resource: r\n\nprocessor_resources:\n  - label: r\n    mapping: |\n      root = this\n      nope = this.a.number()"
      })
  void aFaultNamesTheStatement(String processor) {
    String text = "pipeline:\n processors:\n - " + processor + "\n";
    Position at = nope(text);
    TrialChain chain = TrialFile.parse("p.yaml", text, VARIABLES).processors(TrialFile.PIPELINE);
    Tried tried = chain.run(List.of(Message.of("{\"a\":\"x\"}")), Host.system()).getFirst();

    // Of a mapping's if it is the if: its statements are no statements of the mapping.
    String statement = processor.contains("  if ") ? "5:5" : at.toString();
    assertThat(tried.failedAt().orElse("")).endsWith(" (p.yaml:" + statement + ")");
  }
}
