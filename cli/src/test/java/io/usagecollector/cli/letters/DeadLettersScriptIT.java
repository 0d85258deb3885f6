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

  private static final String CONFIGURATION =
      """
      input: {kafka: {addresses: ["localhost:9092"], topics: [own], consumer_group: own}}
      pipeline:
        processors:
          - mapping: |
              root.event_name = "call"
              root.external_customer_id = this.CUSTOMER
              root.properties = {}
      output: {flexprice: {api_key: "${FLEXPRICE_API_KEY}"}}
      """;

  private Path configuration(String customer) throws IOException {
    return Files.writeString(
        folder.resolve(customer + ".yaml"), CONFIGURATION.replace("CUSTOMER", customer));
  }

  /** The whole story: a mapping that is wrong, a letter, a mapping that is right, and the bill. */
  @Test
  void whatAMendedMappingMapsIsBilledOnceItIsSentOn() throws Exception {
    String data = folder.resolve("data").toString();
    Path said = folder.resolve("said");
    Path events = Files.writeString(folder.resolve("e.jsonl"), "{\"customer_id\":\"ada\"}\n");
    Path wrong = configuration("customer");
    Process first =
        script(
                "run-local",
                said,
                folder.resolve("e1"),
                "--once",
                "--data",
                data,
                "--events",
                "" + events,
                "--config",
                "" + wrong)
            .start();
    try {
      assertThat(first.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      end(first);
    }
    assertThat(first.exitValue()).as(Files.readString(said)).isZero();

    Path right = configuration("customer_id");
    Process second =
        script(
                "run-local",
                said,
                folder.resolve("e2"),
                "--data",
                data,
                "--count",
                "0",
                "--config",
                "" + right)
            .start();
    try {
      Awaitility.await()
          .atMost(5, TimeUnit.MINUTES)
          .until(() -> says(said, line -> line.contains("Ctrl-C")) || !second.isAlive());
      assertThat(deadLetters("ls", "--local", data).lines()).endsWith("1 dead letter");
      assertThat(deadLetters("redrive", "--local", data))
          .isEqualTo(new Ran(0, "1 letter sent on, 1 message deleted from the dead letters\n", ""));
      Awaitility.await()
          .atMost(2, TimeUnit.MINUTES)
          .until(() -> says(said, line -> line.contains("accepted 1 ")));
      assertThat(deadLetters("ls", "--local", data)).isEqualTo(new Ran(0, "0 dead letters\n", ""));
    } finally {
      end(second);
    }
    assertThat(Files.readString(said)).contains("dead-lettered 0", "The table balances");
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
