package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} and {@code purge}, over a real queue. */
class ExportAndPurgeTest {
  private static SqsServer server;

  @TempDir private Path folder;

  private final DeadLetters command = new DeadLetters(Written.outside(new Watched()));

  private QueueFixture queues;

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
    queues = new QueueFixture(server, folder);
  }

  @Test
  void anExportOutlivesTheQueueAndCanBeSentOn() {
    queues.dead(Written.unmapped(1), Written.refused(2, "ada"));
    Path export = folder.resolve("export.jsonl");

    assertThat(queues.run("export", export.toString()))
        .isEqualTo(new Ran(0, "2 messages in " + export + "\n", ""));
    assertThat(queues.deadLetters()).hasSize(2);
    server.sqs().purgeQueue(p -> p.queueUrl(queues.dead));

    assertThat(command.run("ls", "--file", export.toString()).lines()).endsWith("2 dead letters");
    assertThat(command.run("ls", "--queue-url", queues.dead, "--file", export.toString()).out())
        .isEqualTo("0 dead letters\n");
    assertThat(
            command.run(
                "redrive",
                "--missing",
                "--queue-url",
                queues.dead,
                "--retry-queue-url",
                queues.retry,
                "--file",
                export.toString()))
        .isEqualTo(new Ran(0, "2 letters sent on, 0 messages deleted from the dead letters\n", ""));
    assertThat(queues.retried()).hasSize(2);
  }

  @Test
  void anExportOverwritesNothingAndNeedsAQueue() throws Exception {
    Path export = Files.writeString(folder.resolve("export.jsonl"), "mine");

    assertThat(queues.run("export", export.toString()))
        .isEqualTo(new Ran(2, "", export + " is there already: name a new file\n"));
    assertThat(export).hasContent("mine");
    assertThat(command.run("export", "new", "--file", "f"))
        .isEqualTo(new Ran(2, "", "say which queue it is about: --queue-url URL, or --local\n"));
    assertThat(queues.run("export").err()).startsWith("Missing required parameter: 'FILE'");
  }

  @Test
  void aPurgeDeletesWhatWasReadAndOnlyOnAWord() {
    queues.dead(Written.unmapped(1), Written.unmapped(2));
    server.send(queues.dead, "no letter");
    queues.ls();
    queues.dead(Written.unmapped(3));

    Ran asked = queues.run("purge");
    assertThat(asked.status()).isEqualTo(2);
    assertThat(asked.lines()).hasSize(3);
    assertThat(asked.err())
        .isEqualTo("3 dead letters would be deleted, and never billed: add --yes to do it\n");
    assertThat(server.bodies(queues.dead)).hasSize(4);

    assertThat(queues.run("purge", "--yes")).isEqualTo(new Ran(0, "3 messages deleted\n", ""));
    assertThat(QueueFixture.keys(queues.deadLetters())).containsOnlyKeys(Written.unmapped(3).key());
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
  }

  @Test
  void whatWasNeverReadIsNotPurged() {
    queues.dead(Written.unmapped(1));

    assertThat(queues.run("purge", "--yes").status()).isEqualTo(2);
    assertThat(queues.deadLetters()).hasSize(1);
  }

  @Test
  void lettersAreReadByTheirOwnerAlone() throws Exception {
    queues.ls();

    assertThat(Files.getPosixFilePermissions(queues.file))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void twoCommandsDoNotWorkOnOneFile() throws Exception {
    queues.ls();
    try (var held =
            java.nio.channels.FileChannel.open(
                queues.file, java.nio.file.StandardOpenOption.WRITE);
        var lock = held.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(queues.ls())
          .isEqualTo(
              new Ran(2, "", queues.file + ": another dead-letters command is at work on it\n"));
    }
  }
}
