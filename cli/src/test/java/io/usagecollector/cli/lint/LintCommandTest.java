package io.usagecollector.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final Path OWN = Path.of("../layers/pipeline/pipeline/pipeline.yaml");

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String config(String mapping) throws IOException {
    return file(
        "c.yaml",
        """
        pipeline:
          processors:
            - mapping: |
        %s
        output:
          flexprice:
            api_host: ${HOST}
            api_key: ${KEY}
        """
            .formatted(mapping.indent(8).stripTrailing()));
  }

  @Test
  void theProjectsOwnPipelineHasNoErrorOrWarningWithoutItsEnvironment() {
    Ran ran = Ran.command("lint", "--strict", OWN.toString());

    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).contains("1 file: 0 errors, 0 warnings");
  }

  @Test
  void aWarningShowsPlaceLineCaretMeaningAndSuggestion() throws IOException {
    String mapping = file("a.blobl", "root = this\nroot.timestamp = now()\n");

    assertThat(Ran.command("lint", mapping).out())
        .isEqualTo(
            """
            %s:2:18: warning: `now()` decides timestamp [clock-identity]
              2 | root.timestamp = now()
                |                  ^
              means: A Benthos or Bento collector reads the clock anew on each try, and a repeat with another
                     time is billed twice. Here the clock stands at the time of the Kafka record, so a
                     redelivery bills nothing; but the event is billed in the period in which it was produced,
                     not in which it happened.
              instead: use the time in the event; a timestamp left unset is the time of the record

            1 file: 0 errors, 1 warning, 0 notices
            """
                .formatted(mapping));
  }

  @Test
  void warningsFailOnlyIfStrict() throws IOException {
    String mapping = file("a.blobl", "root = null");

    assertThat(Ran.command("lint", mapping).status()).isEqualTo(0);
    assertThat(Ran.command("lint", "--strict", mapping).status()).isEqualTo(1);
  }

  @Test
  void aFindingInAConfigurationStandsAtItsPlaceInTheFile() throws IOException {
    Ran ran = Ran.command("lint", config("root = this\nmeta.k = 1"));

    assertThat(ran.out()).contains("c.yaml:5:9: warning: `meta.k =` sets root.meta.k");
  }

  @Test
  void whatDoesNotCompileIsAnErrorAndTheOtherMappingsAreLookedAtAllTheSame() throws IOException {
    String config =
        file(
            "c.yaml",
            """
            pipeline:
              processors:
                - mapping: root = this.x.upercase()
                - mutation: root.timestamp = now()
            output:
              flexprice:
                api_key: ${KEY}
                retries: 3
            """);
    Ran ran = Ran.command("lint", config);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("c.yaml:3:")
        .contains("did you mean")
        .contains("[clock-identity]")
        .contains("retries")
        .contains("2 errors, 1 warning");
  }

  @Test
  void anUnsetVariableIsANoticeAndSaysIfAMappingHoldsIt() throws IOException {
    Ran ran = Ran.command("lint", config("root.a = ${RATE}\nroot.b = ${SET:3}"));

    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out())
        .contains("c.yaml:4:18: notice: the environment variable RATE is not set here")
        .contains("part of the mapping pipeline.processors[0].mapping, which has no default")
        .contains("variable HOST is not set here")
        .contains("variable KEY is not set here")
        .doesNotContain("variable SET");
  }

  @Test
  void aSecondTryAtAnUnsetVariablesUrlIsTheSameTry() throws IOException {
    String config =
        file(
            "c.yaml",
            """
            input: {kafka: {addresses: [b], topics: [t], consumer_group: g}}
            pipeline: {processors: []}
            output:
              fallback:
                - http_client: {url: "${INGEST_URL}", verb: POST}
                - http_client: {url: "${INGEST_URL}", verb: POST}
            """);
    Ran ran = Ran.command("lint", config);

    assertThat(ran.out()).contains("variable INGEST_URL is not set here").contains("0 errors");
    assertThat(ran.status()).isEqualTo(0);
  }

  @Test
  void noValueOfAVariableIsShown() throws IOException {
    String config = config("meta.${SECRET} = 1\nroot.x = ${KEY}");
    Ran ran =
        Ran.withEnvironment(
            Map.of("SECRET", "hunter22", "KEY", "sk_live_1", "HOST", "a.example"), "lint", config);
    Ran json =
        Ran.withEnvironment(
            Map.of("SECRET", "hunter22", "KEY", "sk_live_1", "HOST", "a.example"),
            "lint",
            "--json",
            config);

    assertThat(ran.out() + json.out()).doesNotContain("hunter22").doesNotContain("sk_live_1");
  }

  @Test
  void jsonIsALineAFinding() throws IOException {
    Ran ran = Ran.command("lint", "--json", file("a.blobl", "root = null"));

    assertThat(ran.lines()).hasSize(1);
    Obj line = (Obj) Json.read(ran.lines().getFirst().getBytes(StandardCharsets.UTF_8));
    assertThat(line.keys().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "file", "line", "column", "severity", "rule", "message", "meaning", "suggestion");
    assertThat(String.valueOf(line.get("rule"))).isEqualTo("null-is-no-drop");
    assertThat(String.valueOf(line.get("column"))).isEqualTo("8");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Ran ran = Ran.command("lint", folder.resolve("no.yaml").toString());

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no.yaml: there is no such file");
  }

  @Test
  void withoutAFileTheUsageIsShown() {
    assertThat(Ran.command("lint").status()).isEqualTo(2);
  }

  @Test
  void importsOfAMappingsFileAreRelativeToIt() throws IOException {
    file("maps.blobl", "map m {\n  root = this.a\n}\n");

    assertThat(
            Ran.command(
                "lint", file("a.blobl", "import \"maps.blobl\"\nroot = this.apply(\"m\")\n")))
        .isEqualTo(new Ran(0, "1 file: 0 errors, 0 warnings, 0 notices\n", ""));
  }

  @Test
  void colourIsForTerminals() throws IOException {
    String mapping = file("a.blobl", "root = null");

    assertThat(Ran.command("lint", mapping).out()).doesNotContain("\u001B");
    assertThat(Ran.withColour("lint", mapping).out()).contains("\u001B[1;33m");
  }

  @Test
  void everyMappingOfAFileIsLookedAt() throws IOException {
    String trap = "root.external_customer_id = this.org.string().or(\"x\")";
    String config =
        file(
            "p.yaml",
            """
            input:
              kafka: {addresses: [a], topics: [t], consumer_group: g}
              processors:
                - mutation: TRAP
            pipeline:
              processors:
                - switch:
                    - check: this.a.string().or("") == "x"
                      processors:
                        - branch:
                            request_map: TRAP
                            processors:
                              - resource: named
                            result_map: >-
                              TRAP
                - resource: named
            processor_resources:
              - label: named
                mapping: 'TRAP'
              - label: idle
                try:
                  - mapping: |
                      TRAP
            output:
              flexprice: {api_key: k}
              processors:
                - mapping: "ESCAPED"
            """
                .replace("TRAP", trap)
                .replace("ESCAPED", trap.replace("\"", "\\\"")));

    List<String> lines = Ran.command("lint", "--json", config).lines();

    assertThat(lines)
        .filteredOn(line -> line.contains("\"rule\":\"or-after-string\""))
        .extracting(line -> line.replaceAll(".*\"column\":(\\d+),.*\"line\":(\\d+),.*", "$2:$1"))
        .containsExactly("4:54", "8:25", "11:67", "15:56", "19:52", "23:48", "27:54");
    String broken = file("q.yaml", "bad: 1\n" + Files.readString(Path.of(config)));
    assertThat(Ran.command("lint", "--json", broken).out())
        .contains("unknown key bad", "\"line\":5,", "\"line\":24,", "\"line\":28,");
  }
}
