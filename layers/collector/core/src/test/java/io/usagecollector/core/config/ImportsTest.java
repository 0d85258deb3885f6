package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings of a configuration import what lies beside it, and nothing else. */
class ImportsTest {
  private static final String EVENT =
      "root = {\"event_name\": \"n\", \"external_customer_id\": \"c\", \"event_id\": this.id}\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFolderInAFolder() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("pipeline"));
    file = inner.resolve("pipeline.yaml");
    write("../secret.blobl", "root = \"from outside\"\n");
  }

  private void write(String path, String text) throws IOException {
    Path at = file.resolveSibling(path);
    Files.createDirectories(at.getParent());
    Files.writeString(at, text);
  }

  private CollectorConfig config(String mapping) throws IOException {
    Files.writeString(
        file,
        "output: {flexprice: {api_key: ${KEY}}}\npipeline:\n  processors:\n    - mapping: |\n"
            + mapping.indent(8));
    return CollectorConfig.load(file, EnvironmentVariables.of(Map.of("KEY", "k")));
  }

  private String id(CollectorConfig config) {
    return Pipelines.sent(config.compile(Pipelines.STREAM), Pipelines.record("{\"id\":\"a\"}"));
  }

  @Test
  void aMapIsImportedFromBesideTheConfiguration() throws IOException {
    write("maps/shout.blobl", "map shout { root = this.uppercase() }\n");
    CollectorConfig config =
        config(
            "import \"./maps/shout.blobl\"\n" + EVENT + "root.event_id = this.id.apply(\"shout\")");
    assertThat(id(config)).contains("\"event_id\":\"A\"");
  }

  @Test
  void aMappingIsTakenFromBesideTheConfiguration() throws IOException {
    write("y.blobl", EVENT);
    assertThat(id(config("from \"./y.blobl\""))).contains("\"event_id\":\"a\"");
  }

  @Test
  void anImportedFileImportsFromBesideItself() throws IOException {
    write("maps/inner/louder.blobl", "map louder { root = this.uppercase() + \"!\" }\n");
    write(
        "maps/shout.blobl",
        "import \"inner/louder.blobl\"\nmap shout { root = this.apply(\"louder\") }\n");
    CollectorConfig config =
        config(
            "import \"maps/shout.blobl\"\n" + EVENT + "root.event_id = this.id.apply(\"shout\")");
    assertThat(id(config)).contains("\"event_id\":\"A!\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.blobl", "maps/../../secret.blobl", "ABSOLUTE", "link.blobl"})
  void nothingOutsideOfTheFolderIsRead(String path) throws IOException {
    Path outside = folder.resolve("secret.blobl").toAbsolutePath();
    Files.createSymbolicLink(file.resolveSibling("link.blobl"), outside);
    String named = path.equals("ABSOLUTE") ? outside.toString() : path;
    assertThatThrownBy(() -> config("from \"" + named + "\""))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "pipeline.yaml:5:9: pipeline.processors[0].mapping does not compile: ")
        .hasMessageContaining("lies outside of the configuration's folder")
        .hasMessageNotContaining("from outside");
  }

  @Test
  void aFolderThatIsALinkLeadsOut() throws IOException {
    Files.createSymbolicLink(file.resolveSibling("maps"), folder);
    assertThatThrownBy(() -> config("from \"./maps/secret.blobl\""))
        .hasMessageContaining("lies outside of the configuration's folder");
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    write("data/y.blobl", EVENT);
    Files.createSymbolicLink(file.resolveSibling("y.blobl"), Path.of("data", "y.blobl"));
    assertThat(id(config("from \"y.blobl\""))).contains("\"event_id\":\"a\"");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> config("from \"./gone.blobl\""))
        .hasMessageContaining("open gone.blobl: no such file or directory");
  }

  @Test
  void anErrorInAnImportedFileNamesFileLineAndColumn() throws IOException {
    write("maps/bad.blobl", "map fine { root = 1 }\nmap bad { root = nope() }\n");
    assertThatThrownBy(() -> config("import \"./maps/bad.blobl\"\nroot = this"))
        .hasMessageStartingWith(
            "pipeline.yaml:5:9: pipeline.processors[0].mapping does not compile: maps/bad.blobl:2:18: ");
  }

  @Test
  void aCallThatIsRefusedIsFoundInAnImportedFile() throws IOException {
    write("y.blobl", "root.a = 1\nroot.b = counter()\n");
    assertThatThrownBy(() -> config("from \"y.blobl\""))
        .hasMessageContaining("y.blobl:2:10: counter() depends on the process");
  }

  @Test
  void aFaultInAnImportedFileNamesItsPlace() throws IOException {
    write("y.blobl", "root = this\nroot.n = this.id.number()\n");
    CollectorConfig config = config("from \"y.blobl\"");
    assertThat(
            Pipelines.reason(config.compile(Pipelines.STREAM), Pipelines.record("{\"id\":\"a\"}"))
                .fullText())
        .startsWith("pipeline.processors[0].mapping (y.blobl:2:1) failed: ");
  }

  @Test
  void theVersionChangesWithAnImportedFileAndOnlyWithThat() throws IOException {
    write("y.blobl", EVENT);
    write("unused.blobl", EVENT);
    String before = config("from \"y.blobl\"").version();
    write("unused.blobl", "root = 1\n");
    assertThat(config("from \"y.blobl\"").version()).isEqualTo(before);
    write("y.blobl", EVENT + "\n");
    assertThat(config("from \"y.blobl\"").version()).isNotEqualTo(before);
  }
}
