package io.usagecollector.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("maps/.hidden"));
    Files.writeString(folder.resolve("maps/a.blobl"), "root = null\n");
    Files.writeString(folder.resolve("maps/.hidden/b.blobl"), "root = null\n");
    Files.writeString(
        folder.resolve("maps/b.yml"), "pipeline: {processors: [{mapping: root = null}]}");
    Files.writeString(folder.resolve("maps/b_bento_test.yml"), "tests: []");
    Files.writeString(folder.resolve("compose.yaml"), "services: {}\n");
    Files.writeString(folder.resolve("notes.txt"), "root = null\n");
    Files.write(folder.resolve("z.yaml"), new byte[] {(byte) 0xFF});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/..."})
  void aFoldersMappingsAndConfigurationsAreLookedAt(String below) {
    Ran ran = Ran.command("lint", "--strict", folder + below);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith(folder + "/maps/a.blobl:1:8: warning:")
        .contains(folder + "/maps/b.yml:1:")
        .contains("\n2 files: ")
        .doesNotContain("hidden", "bento", "notes");
    assertThat(ran.err())
        .isEqualTo(
            folder
                + "/compose.yaml: is no configuration: it has no input, pipeline, output or"
                + " resources; passed over\n"
                + folder
                + "/z.yaml: is not UTF-8 text; passed over\n");
  }

  @Test
  void aFileIsLookedAtOnceAndAFolderWithoutAnyIsUnusable() throws IOException {
    Path file = folder.resolve("maps/a.blobl");
    assertThat(Ran.command("lint", file.toString(), folder.resolve("maps").toString()).out())
        .contains("\n2 files: ");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Ran.command("lint", empty.toString()))
        .isEqualTo(
            new Ran(
                2,
                "",
                empty + ": holds no mapping (*.blobl) and no configuration (*.yaml, *.yml)\n"));
  }
}
