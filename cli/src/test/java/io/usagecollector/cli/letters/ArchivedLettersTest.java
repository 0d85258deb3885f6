package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive function wrote, sent on though no queue holds it any more. */
class ArchivedLettersTest {
  /** As the function writes it: its own tests hold it against this file. */
  private static final Path ARCHIVED = Path.of("..", "events", "archive", "2026-11-01.jsonl");

  private static final String QUEUE =
      "https://sqs.eu-central-1.amazonaws.com/123456789012/dead-letters";

  private static SqsServer server;

  @TempDir private Path folder;

  private final DeadLetters command = new DeadLetters(Written.outside(new Watched()));

  private Path file;
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
  void copied() throws Exception {
    file = Files.copy(ARCHIVED, folder.resolve("archived.jsonl"));
    queues = new QueueFixture(server, folder);
  }

  private Ran redrive(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "redrive",
                "--missing",
                "--queue-url",
                QUEUE,
                "--retry-queue-url",
                queues.retry,
                "--file",
                file.toString()));
    args.addAll(List.of(more));
    return command.run(args.toArray(String[]::new));
  }

  @Test
  void itIsListedWithoutAQueue() {
    Ran listed = command.run("ls", "--missing", "--file", file.toString());

    assertThat(listed.status()).isEqualTo(1);
    assertThat(listed.out())
        .contains("REFUSED_BY_SERVICE", "voice_call", "ada", "MAPPING_FAULT", "UNREADABLE")
        .endsWith("3 dead letters\n");
  }

  @Test
  void eachLetterGoesToTheRetryQueueOnceAndWhatIsNoLetterIsTold() {
    Ran sent = redrive();

    assertThat(sent.out())
        .isEqualTo("2 letters sent on, 0 messages deleted from the dead letters\n");
    assertThat(sent.err())
        .isEqualTo("note: 1 message left: no letter, so there is nothing to send\n");
    assertThat(sent.status()).isEqualTo(1);
    assertThat(queues.retried())
        .map(letter -> letter.reason().kind().name())
        .containsExactlyInAnyOrder("REFUSED_BY_SERVICE", "MAPPING_FAULT");

    assertThat(redrive().out())
        .isEqualTo("0 letters sent on, 0 messages deleted from the dead letters\n");
    assertThat(queues.retried()).hasSize(2);
  }

  @Test
  void onlyWhatIsMeantIsSent() {
    assertThat(redrive("--where", "reason=MAPPING_FAULT", "--remap").out())
        .startsWith("1 letter sent on");
    assertThat(queues.retried()).singleElement().satisfies(l -> assertThat(l.event()).isEmpty());
  }

  /** A day's objects, or what lies in both after a crash, are one file: a letter is shown once. */
  @Test
  void severalObjectsOneAfterTheOtherAreOneFile() throws Exception {
    String again = Files.readString(ARCHIVED).replace("message-000", "another-000");
    Files.writeString(file, Files.readString(ARCHIVED) + again);

    assertThat(command.run("ls", "--missing", "--file", file.toString()).lines())
        .endsWith("4 dead letters");
    assertThat(redrive().out()).startsWith("2 letters sent on");
    assertThat(queues.retried()).hasSize(2);
  }

  @Test
  void aDamagedOneIsRefusedByLineAndNothingIsSent() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(ARCHIVED));
    lines.set(2, lines.get(2).substring(40));
    Files.write(file, lines);

    Ran refused = redrive();

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).startsWith(file + ":3: this line was not written by dead-letters");
    assertThat(queues.retried()).isEmpty();
  }

  @Test
  void oneOfAnotherQueueIsRefusedAndNothingIsSent() throws Exception {
    Files.writeString(
        file,
        Files.readString(ARCHIVED).replace("123456789012/dead-letters", "999999999999/others"));

    Ran refused = redrive();

    assertThat(refused)
        .isEqualTo(
            new Ran(
                2,
                "",
                file
                    + " holds letters of another queue:"
                    + " https://sqs.eu-central-1.amazonaws.com/999999999999/others\n"));
    assertThat(queues.retried()).isEmpty();
  }
}
