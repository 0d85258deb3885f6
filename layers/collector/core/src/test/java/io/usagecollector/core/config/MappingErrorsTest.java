package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings that do not compile, or that a billing pipeline must not run. */
class MappingErrorsTest {
  private static void config(String processors) {
    Pipelines.config(processors, Map.of("SECRET", "hunter2", "N", "10"));
  }

  @Test
  void aBadMappingIsToldWithItsPlaceInTheFile() {
    assertThatThrownBy(() -> config("- mapping: |\n    root.a = 1\n    root.b = nope()\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "pipeline.yaml:6:18: pipeline.processors[0].mapping does not compile: ");
  }

  @Test
  void aMappingOnTheKeysLineHasItsPlaceToo() {
    assertThatThrownBy(() -> config("- mapping: root = nope()\n"))
        .hasMessageStartingWith(
            "pipeline.yaml:4:23: pipeline.processors[0].mapping does not compile: ");
  }

  @Test
  void allBadMappingsAreToldAtOnce() {
    assertThatThrownBy(
            () -> config("- mapping: root = nope()\n- mutation: root = nope()\n- htp: {}\n"))
        .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems()).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"counter()", "count(\"x\")", "hostname()"})
  void theProcessesOwnStateIsRefused(String call) {
    assertThatThrownBy(() -> config("- mapping: |\n    root.a = " + call + "\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("pipeline.yaml:5:18: pipeline.processors[0].mapping")
        .hasMessageContaining("depends on the process that runs it");
  }

  @Test
  void variablesArePutIntoMappings() {
    assertThat(
            Pipelines.sent(
                Pipelines.config(
                        """
                        - mapping: |
                            let n = ${N} # ${N:5}
                            root.event_name = "${MISSING:call}"
                            root.external_customer_id = "c"
                            root.event_id = $n.string() + env("N")
                            root.timestamp = "2025-12-01T10:30:00Z"
                            root.source = "${{N}}"
                        """,
                        Map.of("N", "10"))
                    .compile(Pipelines.STREAM),
                Pipelines.record("{}")))
        .isEqualTo(
            "{\"event_name\":\"call\",\"external_customer_id\":\"c\",\"event_id\":\"1010\","
                + "\"timestamp\":\"2025-12-01T10:30:00Z\",\"source\":\"${N}\"}");
  }

  @Test
  void aVariableThatAMappingNeedsAndIsNotSetIsAProblem() {
    assertThatThrownBy(() -> config("- mapping: |\n    root.a = ${NOT_SET}\n"))
        .hasMessage(
            "pipeline.yaml:4:16: pipeline.processors[0].mapping needs the environment variable"
                + " NOT_SET, which is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root.a = ${SECRET}(",
        "root.a = \"${SECRET}",
        "root.a = \"${SECRET}\" + 5",
        "root.a = nope(\"${SECRET}\")",
        "${SECRET} = = 1"
      })
  void noErrorShowsWhatAVariableHolds(String mapping) {
    assertThatThrownBy(() -> config("- mapping: |\n    " + mapping + "\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void batchesAreNotReadWhereTheInputMakesThem() {
    String text =
        """
        input: {kafka: {batching: {count: 10}}}
        pipeline: {processors: [{mapping: 'root = content().from_all()'}]}
        output: {flexprice: {api_key: k}}
        """;
    assertThatThrownBy(
            () -> CollectorConfig.parse("pipeline.yaml", text, EnvironmentVariables.of(Map.of())))
        .hasMessageContaining("from_all() reads a batch's other records");
  }

  @Test
  void rateLimitsAreIgnoredAndOtherProcessorsRefusedByName() {
    assertThat(Pipelines.config("- rate_limit: {resource: r}", Map.of()).notices())
        .extracting(Notice::text)
        .containsExactly(
            "pipeline.processors[0].rate_limit is ignored: limit the concurrency of the function's"
                + " trigger instead; the billing service's answers set the pace");
    assertThatThrownBy(() ->
            config(
                "- dedupe: {cache: c}\n- mappin: root = this\n- a: 1\n  b: 2\n- log: {levl: INFO}\n"))
        .hasMessage(
            """
            pipeline.yaml:4:7: pipeline.processors[0].dedupe cannot be had here: it keeps a state of its own, which is lost with each instance of the function; the billing service drops what has the same event_id and timestamp
            pipeline.yaml:5:7: unknown key pipeline.processors[1].mappin: did you mean mapping?
            pipeline.yaml:6:7: pipeline.processors[2] must be one processor, and has 2
            pipeline.yaml:8:13: unknown key pipeline.processors[3].log.levl: did you mean level?\
            """);
  }

  @Property(tries = 1000)
  void noMappingThrowsAnythingElse(@ForAll("mappings") String mapping) {
    for (String processor : List.of("mapping", "mutation")) {
      try {
        config("- " + processor + ": |\n" + mapping.indent(4) + "\n- log: {message: 'x'}\n");
      } catch (ConfigException e) {
        assertThat(e.problems()).isNotEmpty();
        assertThat(e).hasMessageNotContaining("hunter2");
      }
    }
  }

  @Provide
  Arbitrary<String> mappings() {
    Arbitrary<String> words =
        Arbitraries.of(
            "root",
            "this",
            " = ",
            ".a",
            "\"",
            "\"x\"",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "if ",
            "else ",
            "match ",
            " => ",
            "let v = ",
            "$v",
            "meta k = ",
            "@k",
            "\n",
            "5",
            "0",
            " + ",
            " / ",
            "-",
            "!",
            " | ",
            " -> ",
            "_",
            "deleted()",
            "throw(",
            ".uppercase()",
            ".number()",
            "map m ",
            "import \"x\"",
            "from \"x\"",
            "#",
            "${SECRET}",
            "\"${SECRET}\"",
            "env(\"SECRET\")",
            "count(",
            "😀",
            "\t",
            ",",
            ":",
            "null",
            "true",
            "%",
            "\\");
    return words.list().ofMaxSize(14).map(list -> "root = " + String.join("", list));
  }
}
