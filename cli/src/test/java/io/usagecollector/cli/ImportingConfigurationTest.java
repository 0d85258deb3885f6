package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings of a configuration may import from beside it, whatever command it is given to. */
class ImportingConfigurationTest {
  private static final String EVENT = "{\"org\":\"acme\",\"id\":\"1\"}\n";

  @TempDir Path folder;
  private String config = "";

  @BeforeEach
  void write() throws IOException {
    write("maps/x.blobl", "map shout { root = this.uppercase() }\n");
    write(
        "y.blobl",
        """
        root.event_name = "call"
        root.external_customer_id = this.org
        root.event_id = this.id
        """);
    config =
        write(
            "pipeline.yaml",
            """
            pipeline:
              processors:
                - mapping: |
                    import "./maps/x.blobl"
                    root = this
                    root.org = this.org.apply("shout")
                - mapping: from "./y.blobl"
            output: {flexprice: {api_key: "${KEY}"}}
            """);
    write(
        "pipeline_benthos_test.yaml",
        """
        tests:
          - name: shouts
            input_batch: [{json_content: {org: acme, id: "1"}}]
            output_batches:
              - - json_equals: {event_name: call, external_customer_id: ACME, event_id: "1"}
        """);
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void runRunsIt() {
    Ran ran = Ran.withInput(EVENT, "run", config, "-");
    assertThat(ran.err()).isEqualTo("1 in: 1 mapped, 0 dropped, 0 failed\n");
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).contains("\"external_customer_id\":\"ACME\"");
  }

  @Test
  void testRunsItsTests() {
    Ran ran = Ran.command("test", config);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).endsWith("1 test: 1 passed, 0 failed\n");
  }

  @Test
  void lintFindsNothing() {
    Ran ran = Ran.withEnvironment(Map.of("KEY", "k"), "lint", config);
    assertThat(ran.out()).isEqualTo("1 file: 0 errors, 0 warnings, 0 notices\n");
    assertThat(ran.status()).isEqualTo(0);
  }

  @Test
  void diffSeesWhatChangedInAnImportedFile() throws IOException {
    write("louder/maps/x.blobl", "map shout { root = this.uppercase() + \"!\" }\n");
    Files.copy(folder.resolve("y.blobl"), folder.resolve("louder/y.blobl"));
    String louder = write("louder/pipeline.yaml", Files.readString(Path.of(config)));
    assertThat(Ran.withInput(EVENT, "diff", config, config, "-").status()).isEqualTo(0);
    Ran ran = Ran.withInput(EVENT, "diff", config, louder, "-");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).contains("\"ACME\"").contains("\"ACME!\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "diff", "test"})
  void aMistakeInAnImportedFileIsToldWithItsPlaceAndStatusTwo(String command) throws IOException {
    write("maps/x.blobl", "map fine { root = 1 }\nmap shout { root = nope() }\n");
    Ran ran = command(command);
    assertThat(ran.err()).contains("pipeline.yaml:4:").contains("maps/x.blobl:2:20");
    assertThat(ran.out()).doesNotContain("call", "shouts");
    assertThat(ran.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "diff", "test"})
  void anImportOfNothingIsToldWithItsPlaceAndStatusTwo(String command) throws IOException {
    Files.delete(folder.resolve("y.blobl"));
    Ran ran = command(command);
    assertThat(ran.err())
        .contains("pipeline.yaml:7:")
        .contains("open y.blobl: no such file or directory");
    assertThat(ran.out()).doesNotContain("call", "shouts");
    assertThat(ran.status()).isEqualTo(2);
  }

  private Ran command(String command) {
    return switch (command) {
      case "run" -> Ran.withInput(EVENT, "run", config, "-");
      case "diff" -> Ran.withInput(EVENT, "diff", config, config, "-");
      default -> Ran.command(command, config);
    };
  }
}
