package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/dead-letters} beside {@code scripts/run-local}, both as people start them. */
class DeadLettersScriptIT {
  private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private ProcessBuilder script(String name, Path out, Path err, String... args) {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
    command.addAll(List.of(args));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private Ran deadLetters(String... args) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = script("dead-letters", out, err, args).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatIsNoCommandIsUnusable() throws Exception {
    assertThat(deadLetters("list").status()).isEqualTo(2);
  }

  @Test
  void theDeadLettersOfALocalSystemAreFoundAsLongAsItRuns() throws Exception {
    String data = folder.resolve("data").toString();
    Path said = folder.resolve("said");
    Path events = Files.writeString(folder.resolve("events.jsonl"), "{\"call_id\":\"nobody\"}\n");
    Process system =
        script(
                "run-local",
                said,
                folder.resolve("trouble"),
                "--data",
                data,
                "--events",
                "" + events)
            .start();
    try {
      Awaitility.await()
          .atMost(5, TimeUnit.MINUTES)
          .until(() -> says(said, line -> line.contains("Ctrl-C")) || !system.isAlive());

      Ran ls = deadLetters("ls", "--local", data, "--each");
      assertThat(ls.status()).as(ls.err()).isEqualTo(1);
      assertThat(ls.lines()).hasSize(3);
      assertThat(ls.lines().get(1)).contains("  INVALID_EVENT  ", "/0  ");
      Ran show = deadLetters("show", ls.lines().get(1).split(" ")[0], "--local", data);
      assertThat(show.out()).contains("\"call_id\": \"nobody\"");
    } finally {
      end(system);
    }
    assertThat(deadLetters("ls", "--local", data))
        .isEqualTo(
            new Ran(2, "", "--local: no run-local runs with --data " + data + ": start one\n"));
  }

  private static boolean says(Path said, Predicate<String> line) throws IOException {
    return Files.readString(said).lines().anyMatch(line);
  }

  private static void end(Process system) throws InterruptedException {
    List<ProcessHandle> children = system.descendants().toList();
    system.destroy();
    if (!system.waitFor(1, TimeUnit.MINUTES)) {
      system.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
