package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, as a process whose output is a pipe. */
class MappingScriptIT {
  private static final Path SCRIPT = Path.of("..", "scripts", "mapping").toAbsolutePath();

  @TempDir private Path folder;

  private Ran script(String... args) throws IOException, InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = SCRIPT.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Ran(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void lintFindsAWarningInAFileOfTheWorkingFolder() throws Exception {
    Files.writeString(folder.resolve("a.blobl"), "root = null\n");

    Ran ran = script("lint", "--strict", "a.blobl");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).startsWith("a.blobl:1:8: warning:").doesNotContain("\u001B");
  }

  @Test
  void lintOfAMissingFileIsUnusable() throws Exception {
    Ran ran = script("lint", "no.yaml");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no.yaml: there is no such file");
  }

  @Test
  void diffTellsABillingBreakingChange() throws Exception {
    Files.writeString(folder.resolve("old.blobl"), "root = this\n");
    Files.writeString(folder.resolve("new.blobl"), "root = this\nroot.event_id = \"x\"\n");
    Files.writeString(
        folder.resolve("e.jsonl"), "{\"event_name\":\"é\",\"external_customer_id\":\"c\"}\n");

    Ran ran = script("diff", "old.blobl", "new.blobl", "e.jsonl");

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).startsWith("e.jsonl:1: billing-breaking").doesNotContain("\u001B");
    assertThat(script("diff", "old.blobl", "old.blobl", "e.jsonl").status()).isEqualTo(0);
  }
}
