package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import io.usagecollector.tooling.queues.LocalQueues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --local}: the queues of a local system, found by its data folder. */
class LocalQueuesOptionTest {
  private static SqsServer server;

  @TempDir private Path folder;

  private final DeadLetters command = new DeadLetters(Written.outside(new Watched()));

  private String dead;
  private String retry;

  @BeforeAll
  static void start() {
    server = new SqsServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void queues() {
    dead = server.queue("dead");
    retry = server.queue("retry");
  }

  private Ran run(String name, String... more) {
    var args = new java.util.ArrayList<String>();
    args.add(name);
    args.addAll(java.util.List.of(more));
    args.add("--local");
    args.add(folder.toString());
    return command.run(args.toArray(String[]::new));
  }

  @Test
  void bothQueuesAreFoundAndTheLettersAreKeptBesideThem() throws Exception {
    new LocalQueues(dead, Optional.of(retry)).write(folder);
    server.send(dead, Written.text(Written.unmapped(1)));

    assertThat(run("ls").lines()).endsWith("1 dead letter");
    assertThat(folder.resolve("dead-letters.jsonl")).isRegularFile();
    assertThat(run("show", Written.unmapped(1).key()).status()).isZero();
    assertThat(run("redrive").out())
        .isEqualTo("1 letter sent on, 1 message deleted from the dead letters\n");
    assertThat(server.bodies(retry)).hasSize(1);
  }

  /** Its port is another at each start; the queue is the same. */
  @Test
  void theFileOutlivesTheServersPort() throws Exception {
    new LocalQueues(dead, Optional.of(retry)).write(folder);
    run("ls");
    Path file = folder.resolve("dead-letters.jsonl");
    Files.writeString(file, Files.readString(file).replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"));

    assertThat(run("ls")).isEqualTo(new Ran(0, "0 dead letters\n", ""));
  }

  @Test
  void aFolderWhereNothingRunsIsNamed() {
    assertThat(run("ls"))
        .isEqualTo(
            new Ran(2, "", "--local: no run-local runs with --data " + folder + ": start one\n"));
    assertThat(command.run("ls", "--local", folder.resolve("none").toString()).err())
        .isEqualTo(
            "--local: there is no folder "
                + folder.resolve("none")
                + ": it is what run-local is given as --data\n");
  }

  @Test
  void withoutAFolderTheOneThatRunsIsMeant() throws Exception {
    String before = System.setProperty("java.io.tmpdir", folder.toString());
    Path temporary = folder;
    Path first = Files.createTempDirectory(temporary, "usage-collector-");
    Path second = Files.createTempDirectory(temporary, "usage-collector-");
    try {
      assertThat(command.run("ls", "--local").err())
          .isEqualTo(
              "--local: no run-local runs; of one with --data DIR, give the folder: --local DIR\n");
      new LocalQueues(dead, Optional.empty()).write(first);
      // What was killed has left its file behind.
      new LocalQueues("http://127.0.0.1:1/000000000000/dead", Optional.empty()).write(second);
      assertThat(command.run("ls", "--local")).isEqualTo(new Ran(0, "0 dead letters\n", ""));
      new LocalQueues(dead, Optional.empty()).write(second);
      assertThat(command.run("ls", "--local").err())
          .startsWith("--local: more than one run-local runs; say which: ")
          .contains(first.toString(), second.toString());
    } finally {
      System.setProperty("java.io.tmpdir", before);
      for (Path made : java.util.List.of(first, second)) {
        LocalQueues.remove(made);
        Files.deleteIfExists(made.resolve("dead-letters.jsonl"));
        Files.delete(made);
      }
    }
  }

  @Test
  void aSystemWithoutARetryQueueCannotBeSentTo() throws Exception {
    new LocalQueues(dead, Optional.empty()).write(folder);
    run("ls");

    assertThat(run("redrive").err()).startsWith("say where the letters go: --retry-queue-url URL");
    assertThat(run("redrive", "--retry-queue-url", retry).status()).isZero();
  }

  @Test
  void theTwoWaysToNameAQueueExcludeEachOther() throws Exception {
    new LocalQueues(dead, Optional.empty()).write(folder);

    assertThat(run("ls", "--queue-url", dead))
        .isEqualTo(new Ran(2, "", "--queue-url and --local exclude each other\n"));
  }
}
