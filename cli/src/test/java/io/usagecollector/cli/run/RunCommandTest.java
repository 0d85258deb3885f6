package io.usagecollector.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.tooling.trial.TrialChain;
import io.usagecollector.tooling.trial.TrialFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final String MAPPING =
      """
      let name = this.name.uppercase()
        root.name = $name
      root = if this.drop.or(false) { deleted() }
      """;

  private static final String CONFIG =
      """
      pipeline:
        processors:
          - mapping: |
              root = this
              root.source = "${SOURCE:test}"
          - mapping: root = if this.event_name == "drop" { deleted() }
      output:
        flexprice: {api_host: "${NOT_SET}", api_key: "${NEITHER}"}
      """;

  private static final String EVENT =
      "{\"extra\":1,\"timestamp\":\"2026-01-02T03:04:05Z\",\"event_id\":\"e\",\"event_name\":\"n\","
          + "\"external_customer_id\":\"c\",\"properties\":{\"a\":1.10}}";

  private static final String BILLED =
      "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"e\","
          + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"source\":\"test\",\"properties\":{\"a\":1.10}}";

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aMappingPrintsALineForAnEvent() throws IOException {
    String mapping = write("m.blobl", MAPPING);

    assertThat(Ran.withInput("{\"name\":\"ada\"}\n\n{\"name\":\"b\"}", "run", mapping))
        .isEqualTo(
            new Ran(
                0,
                "{\"name\":\"ADA\"}\n{\"name\":\"B\"}\n",
                "2 in: 2 mapped, 0 dropped, 0 failed\n"));
  }

  @Test
  void dropsAndErrorsAreToldWithTheLineOfTheEventAndThePlaceInTheMapping() throws IOException {
    String mapping =
        write("m.blobl", "let x = 1\n  root.n = this.n + 1\nroot = if this.n > 5 { deleted() }\n");
    String events = write("events.jsonl", "{\"n\":1}\n\n{\"n\":9}\r\n{\"n\":\"a\"}\n");

    assertThat(Ran.command("run", mapping, events))
        .isEqualTo(
            new Ran(
                1,
                "{\"n\":2}\n",
                events
                    + ":3: dropped\n"
                    + events
                    + ":4: failed: "
                    + mapping
                    + ":2:3: failed assignment (line 2): cannot add types string (from field `this.n`)"
                    + " and number (from number literal)\n"
                    + "3 in: 1 mapped, 1 dropped, 1 failed\n"));
  }

  @Test
  void aMappingFindsWhatItImports() throws IOException {
    write("inner.blobl", "map inner {\n  root = this.n + 1\n}\n");
    String mapping = write("m.blobl", "import \"./inner.blobl\"\nroot = this.apply(\"inner\")\n");

    assertThat(Ran.withInput("{\"n\":1}", "run", mapping).out()).isEqualTo("2\n");
  }

  @Test
  void aConfigurationPrintsWhatWouldBeBilled() throws IOException {
    String config = write("p.yaml", CONFIG);

    assertThat(Ran.withInput(EVENT + "\n" + EVENT.replace("\"n\"", "\"drop\""), "run", config))
        .isEqualTo(
            new Ran(
                0,
                BILLED + "\n",
                """
                standard input:1: warning: keys that are no part of an event are left out: extra
                standard input:2: dropped
                2 in: 1 mapped, 1 dropped, 0 failed
                """));
    assertThat(Ran.withEnvironment(Map.of("SOURCE", "x"), "run", config, write("e", EVENT)).out())
        .contains("\"source\":\"x\"");
  }

  @Test
  void whatIsNoEventFailsByItsRule() throws IOException {
    String config = write("p.yaml", CONFIG);
    Ran ran = Ran.withInput("{\"event_name\":\"n\"}\nx\n", "run", config);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .containsExactly(
            "standard input:1: failed: external_customer_id is missing",
            "standard input:2: failed: pipeline.processors[1].mapping ("
                + config
                + ":6:16) failed: failed assignment (line 1): unable to reference message as structured"
                + " (with 'this.event_name'): parse as json: invalid character 'x' looking for beginning of value",
            "2 in: 0 mapped, 0 dropped, 2 failed");
  }

  @Test
  void anEventWithoutIdAndTimeHasThoseOfItsLine() {
    TrialChain chain =
        TrialFile.parse("p.yaml", CONFIG, EnvironmentVariables.of(Map.of()))
            .processors(TrialFile.PIPELINE);
    byte[] event =
        "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}".getBytes(StandardCharsets.UTF_8);
    List<Outcome> outcomes =
        new PipelineProgram(chain, new FlexpriceForm(List.of()))
            .run(new RunOrigin(1_764_585_001_000L).record(3, event));

    assertThat(outcomes).hasSize(1);
    assertThat(new String(((Outcome.Mapped) outcomes.getFirst()).event(), StandardCharsets.UTF_8))
        .contains("\"event_id\":\"uc1_", "\"timestamp\":\"2025-12-01T10:30:01.000Z\"");
  }

  /** The form is that of the service behind the output, however deep, and however incomplete. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "openmeter: {url: '${NOT_SET}'}",
        "http_client: {url: '${NOT_SET}/events'}",
        "retry: {output: {openmeter: {}}}",
        "drop_on: {output: {http_client: {}}}",
        "fallback: [{openmeter: {}}, {kafka: {}}]",
        "resource: billing"
      })
  void whatGoesToOpenMeterIsPrintedAndCheckedAsACloudEvent(String output) throws IOException {
    String config =
        write(
            "p.yaml",
            "pipeline: {processors: [{mapping: 'root = this'}]}\noutput:\n  "
                + output
                + "\noutput_resources: [{label: billing, openmeter: {}}]\n");
    String events =
        """
        {"id":"e","type":"t","subject":"c","time":"2026-01-02T03:04:05Z"}
        {"id":"e","type":"t"}
        """;

    Ran ran = Ran.withInput(events, "run", config);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"type\":\"t\",\"id\":\"e\",\"source\":\"usagecollector\","
                + "\"subject\":\"c\",\"time\":\"2026-01-02T03:04:05Z\"}\n");
    assertThat(ran.err()).contains("subject is missing");
  }

  @Test
  void theUsualSourceIsTheEnvironments() throws IOException {
    String config =
        write(
            "p.yaml",
            "pipeline: {processors: [{mapping: 'root = this'}]}\noutput: {openmeter: {}}\n");
    String events = write("e.jsonl", "{\"id\":\"e\",\"type\":\"t\",\"subject\":\"c\"}\n");

    assertThat(
            Ran.withEnvironment(Map.of("OPENMETER_SOURCE", "signer"), "run", config, events).out())
        .contains("\"source\":\"signer\"");
    Ran wrong = Ran.withEnvironment(Map.of("OPENMETER_SOURCE", "a-"), "run", config, events);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("OPENMETER_SOURCE: the source ends with a dash");
  }

  @Test
  void jsonHasALineForAnEvent() throws IOException {
    String mapping = write("m.blobl", MAPPING);
    String input = "{\"name\":\"ada\"}\n{\"name\":\"b\",\"drop\":true}\n{\"name\":4}\n";
    Ran ran = Ran.withInput(input, "run", "--json", mapping);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.lines())
        .isEqualTo(
            List.of(
                "{\"event\":{\"name\":\"ADA\"},\"line\":1,\"outcome\":\"mapped\"}",
                "{\"line\":2,\"outcome\":\"dropped\"}",
                "{\"error\":\""
                    + mapping
                    + ":1:1: failed assignment (line 1): expected string value, got number from field"
                    + " `this.name` (4)\",\"line\":3,\"outcome\":\"failed\"}"));
  }

  @Test
  void aTextIsAnEventInJsonToo() throws IOException {
    String mapping = write("m.blobl", "root = content().uppercase()");

    assertThat(Ran.withInput("a\u001Bb", "run", mapping).out()).isEqualTo("A\u001BB\n");
    assertThat(Ran.withInput("ab", "run", "--json", mapping).lines())
        .containsExactly("{\"event\":\"AB\",\"line\":1,\"outcome\":\"mapped\"}");
  }

  @Test
  void aMappingThatDoesNotCompileIsUnusable() throws IOException {
    String mapping = write("m.blobl", "root.a = this.a.upercase()\n");

    assertThat(Ran.withInput("{}", "run", mapping))
        .isEqualTo(
            new Ran(
                2,
                "",
                mapping
                    + ":1:17: unrecognised method 'upercase', did you mean `uppercase`?\n"
                    + "  1 | root.a = this.a.upercase()\n    |                 ^\n"));
  }

  @Test
  void aMappingOfAConfigurationThatDoesNotCompileIsToldWithItsLine() throws IOException {
    String config =
        write(
            "p.yaml",
            """
            pipeline:
              processors:
                - switch:
                    - check: this.a.upercase() == "A"
                      processors:
                        - mutation: >
                            root.b = this.b +
                            nope()
            """);

    assertThat(Ran.withInput("{}", "run", config))
        .isEqualTo(
            new Ran(
                2,
                "",
                """
                P:4:25: pipeline.processors[0].switch[0].check does not compile: unrecognised method 'upercase', did you mean `uppercase`?
                  4 |         - check: this.a.upercase() == "A"
                    |                         ^
                P:8:17: pipeline.processors[0].switch[0].processors[0].mutation does not compile: unrecognised function 'nope'
                  8 |                 nope()
                    |                 ^
                """
                    .replace("P:", config + ":")));
  }

  @Test
  void aFaultOfAnotherFileNamesThatFile() throws IOException {
    write("other.blobl", "root = this\n  root.b = this.a.uppercase()\n");
    String mapping = write("m.blobl", "from \"./other.blobl\"\n");

    assertThat(Ran.withInput("{\"a\":1}", "run", mapping).err())
        .startsWith("standard input:1: failed: " + folder + "/other.blobl:2:3: failed assignment");
  }

  @Test
  void whatCannotBeReadIsUnusable() throws IOException {
    String config = write("p.yaml", CONFIG.replace("mapping: |", "maping: |"));
    String mapping = write("m.blobl", MAPPING);

    assertThat(Ran.command("run", config).err())
        .startsWith(
            config + ":3:7: unknown key pipeline.processors[0].maping: did you mean mapping?");
    assertThat(Ran.command("run", mapping, folder + "/none"))
        .isEqualTo(new Ran(2, "", folder + "/none: there is no such file\n"));
    assertThat(Ran.command("run", folder + "/none.blobl").status()).isEqualTo(2);
    assertThat(Ran.command("run").err()).contains("Missing required parameter", "MAPPING|CONFIG");
  }

  private static final String GENERATE =
      """
      input:
        generate:
          interval: 1s
          count: 3
          mapping: |
            root = {"event_name": "n", "external_customer_id": "c", "event_id": "e", "properties": {}}
            root.timestamp = "2026-01-02T03:04:05Z"
      """;

  private static final String MADE =
      "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"e\","
          + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"properties\":{}}\n";

  @Test
  void aConfigurationMakesItsEventsUpAndPassesThemThroughWithoutAPipeline() throws IOException {
    String config = write("g.yaml", GENERATE);

    assertThat(Ran.command("run", config))
        .isEqualTo(new Ran(0, MADE.repeat(3), "3 in: 3 mapped, 0 dropped, 0 failed\n"));
    assertThat(Ran.command("run", "--count", "1", config).out()).isEqualTo(MADE);
  }

  @Test
  void eventsWithoutEndAreRefused() throws IOException {
    String config = write("g.yaml", GENERATE.replace("count: 3", "count: 0"));

    assertThat(Ran.command("run", config))
        .isEqualTo(
            new Ran(
                2,
                "",
                config + ": input.generate has no end: write a count in it, or --count N here\n"));
    assertThat(Ran.command("run", "--count", "2", config).out()).isEqualTo(MADE.repeat(2));
    assertThat(Ran.command("run", "--count", "0", config).err())
        .isEqualTo("--count is at least 1\n");
  }

  @Test
  void whatTheMappingOfGenerateDropsOrFailsOnCounts() throws IOException {
    String drops = write("d.yaml", "input: {generate: {count: 1, mapping: root = deleted()}}\n");
    String fails = write("f.yaml", "input: {generate: {count: 1, mapping: root = this.a.b}}\n");

    assertThat(Ran.command("run", drops).err())
        .isEqualTo("input.generate:1: dropped\n1 in: 0 mapped, 1 dropped, 0 failed\n");
    assertThat(Ran.command("run", fails).err())
        .startsWith(
            "input.generate:1: failed: input.generate.mapping (" + fails + ":1:39) failed: failed");
  }

  @Test
  void givenEventsGoBeforeGeneratedOnes() throws IOException {
    String config = write("g.yaml", GENERATE);
    String notice = config + ": notice: input.generate is not used: EVENTS are given\n";

    assertThat(Ran.withInput(MADE, "run", config, "-"))
        .isEqualTo(new Ran(0, MADE, notice + "1 in: 1 mapped, 0 dropped, 0 failed\n"));
    assertThat(Ran.command("run", "--count", "1", config, "-").err())
        .isEqualTo("--count is for events that a configuration makes up, and EVENTS are given\n");
  }

  @Test
  void aCountNeedsGeneratedEvents() throws IOException {
    String config = write("p.yaml", CONFIG);
    assertThat(Ran.command("run", "--count", "1", config).err())
        .isEqualTo(
            "--count is for events that a configuration makes up, and "
                + config
                + " has no input.generate\n");
  }

  @Test
  void aMisspeltPipelineIsNoMissingOne() throws IOException {
    String config = write("p.yaml", "pipline: {processors: []}\n");
    assertThat(Ran.command("run", config).err())
        .isEqualTo(
            config
                + """
                :1:1: unknown key pipline: did you mean pipeline?
                  1 | pipline: {processors: []}
                    | ^
                """);
  }

  @Test
  void whatBillsAsZeroIsTold() throws IOException {
    String config = write("g.yaml", GENERATE.replace("count: 3", "count: 1"));
    assertThat(Ran.withEnvironment(Map.of("QUANTITY_PROPERTIES", "a, b"), "run", config).err())
        .startsWith(
            "input.generate:1: warning: the property a, which QUANTITY_PROPERTIES names, is missing,"
                + " negative or no number: it bills as 0\n");
    assertThat(
            Ran.withEnvironment(Map.of("QUANTITY_PROPERTIES", "a"), "run", "--json", config).out())
        .contains("\"warnings\":[\"bills_as_zero\"]");
  }

  @Test
  void logProcessorsSpeakOnStandardError() throws IOException {
    String log =
        "input: {processors: [{log: {message: 'saw ${! json(\"a\") }', fields: {f: x}}}]}\n";
    String config =
        write("p.yaml", log + "pipeline: {processors: [{mapping: root = deleted()}]}\n");
    assertThat(Ran.withInput("{\"a\":1}", "run", config).err())
        .startsWith("log info: f=x saw 1\nstandard input:1: dropped\n");
    assertThat(
            Ran.withInput(
                    "{}", "run", write("q.yaml", log.replace("message", "level: DEBUG, message")))
                .err())
        .doesNotContain("saw");
  }
}
