package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.DeadLetters;
import io.usagecollector.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ls}, {@code show} and what both say of a file and a queue that are not as they should. */
class LsCommandTest {
  private static SqsServer server;

  @TempDir private Path folder;

  private final DeadLetters command = new DeadLetters(Written.outside(new Watched()));

  private String queue;
  private Path file;

  @BeforeAll
  static void start() {
    server = new SqsServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void queue() {
    queue = server.queue("dead");
    file = folder.resolve("letters.jsonl");
  }

  private Ran ls(String... more) {
    return run("ls", more);
  }

  private Ran run(String name, String... more) {
    var args = new java.util.ArrayList<>(List.of(name, "--queue-url", queue, "--file", "" + file));
    args.addAll(List.of(more));
    return command.run(args.toArray(String[]::new));
  }

  @Test
  void anEmptyQueueIsAllWell() {
    assertThat(ls()).isEqualTo(new Ran(0, "0 dead letters\n", ""));
  }

  @Test
  void lettersAreGroupedByReasonEventAndCustomer() {
    server.send(queue, Written.text(Written.refused(1, "ada")));
    server.send(queue, Written.text(Written.refused(2, "ada")));
    server.send(queue, Written.text(Written.refused(3, "bob")));
    server.send(queue, Written.text(Written.unmapped(4)));
    server.send(queue, "no letter");

    Ran ran = ls();

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines().getFirst().split(" {2,}"))
        .containsExactly(
            "REASON", "EVENT", "CUSTOMER", "LETTERS", "OLDEST", "LIFE LEFT", "ITS KEY");
    assertThat(ran.lines().stream().skip(1).map(line -> line.replaceAll(" +", " ")))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("REFUSED_BY_SERVICE voice_call ada 2 "),
            line -> assertThat(line).startsWith("REFUSED_BY_SERVICE voice_call bob 1 "),
            line -> assertThat(line).startsWith("MAPPING_FAULT - - 1 "),
            line -> assertThat(line).startsWith("UNREADABLE - - 1 "),
            line -> assertThat(line).isEqualTo("5 dead letters"));
    assertThat(ran.lines().get(1)).startsWith("REFUSED_BY_SERVICE  voice_call  ada ");
  }

  @Test
  void aLetterThatWasWrittenTwiceIsShownOnce() {
    server.send(queue, Written.text(Written.refused(1, "ada")));
    server.send(
        queue, Written.text(Written.refused(1, "ada").writtenAt(Written.NOW.minusSeconds(60))));

    assertThat(ls().lines().getLast()).isEqualTo("1 dead letter");
  }

  @Test
  void readingLeavesTheQueueAsItWas() {
    for (int i = 0; i < 25; i++) {
      server.send(queue, Written.text(Written.unmapped(i)));
    }

    assertThat(ls().lines().getLast()).isEqualTo("25 dead letters");
    assertThat(server.bodies(queue)).hasSize(25);
    assertThat(ls().lines().getLast()).isEqualTo("25 dead letters");
  }

  @Test
  void lettersAreListedEachInALine() {
    server.send(queue, Written.text(Written.unmapped(4)));

    Ran ran = ls("--each");

    assertThat(ran.lines().get(1))
        .startsWith(
            Written.unmapped(4).key().substring(0, 12) + "  MAPPING_FAULT  usage-events/3/4  ")
        .endsWith("  pipeline.yaml:7:9: not a number");
  }

  @Test
  void conditionsChoose() {
    server.send(queue, Written.text(Written.refused(1, "ada")));
    server.send(
        queue, Written.text(Written.refused(2, "bob").writtenAt(Written.NOW.minusSeconds(60))));
    server.send(queue, Written.text(Written.unmapped(3)));
    server.send(queue, "no letter");
    String key = Written.unmapped(3).key();

    assertThat(ls("--where", "reason=mapping-fault").lines()).endsWith("1 of 4 dead letters");
    assertThat(ls("--where", "reason=UNREADABLE").lines()).endsWith("1 of 4 dead letters");
    assertThat(ls("--where", "event=voice_call").lines()).endsWith("2 of 4 dead letters");
    assertThat(ls("--where", "topic=usage-events").lines()).endsWith("3 of 4 dead letters");
    assertThat(ls("--where", "key=" + key.substring(0, 8)).lines()).endsWith("1 of 4 dead letters");
    assertThat(ls("--customer", "ada").lines()).endsWith("1 of 4 dead letters");
    assertThat(ls("--customer", "nobody")).isEqualTo(new Ran(0, "0 of 4 dead letters\n", ""));
    assertThat(ls("--since", "2026-11-28T11:00:00Z", "--where", "event=voice_call").lines())
        .endsWith("1 of 4 dead letters");
    assertThat(ls("--since", "2026-11-28", "--customer", "ada").lines())
        .endsWith("0 of 4 dead letters");
  }

  @Test
  void conditionsThatAreNoneAreNamed() {
    assertThat(ls("--where", "reason=typo").err())
        .isEqualTo(
            "--where: there is no reason typo: it is one of MAPPING_FAULT, OUT_OF_TIME,"
                + " INVALID_EVENT, REFUSED_BY_SERVICE, CUSTOMER_NOT_READY, NOT_DELIVERED,"
                + " INTERNAL, UNREADABLE\n");
    assertThat(ls("--where", "colour=red").err())
        .isEqualTo("--where: there is no field colour: it is reason, event, topic or key\n");
    assertThat(ls("--where", "reason"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "--where is written FIELD=VALUE, such as reason=INVALID_EVENT, and not reason\n"));
    assertThat(ls("--since", "yesterday"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "--since: yesterday is neither a day (2026-01-31) nor a time"
                    + " (2026-01-31T12:00:00Z)\n"));
    assertThat(ls("--customer", " "))
        .isEqualTo(new Ran(2, "", "--customer is blank, and no event is billed to nobody\n"));
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void whatLeftTheQueueIsStillInTheFile() {
    server.send(queue, Written.text(Written.unmapped(1)));
    ls();
    server.sqs().purgeQueue(p -> p.queueUrl(queue));

    assertThat(ls())
        .isEqualTo(
            new Ran(
                0,
                "0 dead letters\n",
                "note: no longer in the queue, expired or moved by somebody else: 1 letter of the"
                    + " file. `redrive --missing` sends on what is in the file alone\n"));
    server.send(queue, Written.text(Written.unmapped(1)));
    assertThat(ls().lines().getLast()).isEqualTo("1 dead letter");
  }

  @Test
  void theFileAloneIsEnoughToLook() {
    server.send(queue, Written.text(Written.unmapped(1)));
    ls();

    assertThat(command.run("ls", "--file", file.toString()).lines().getLast())
        .isEqualTo("1 dead letter");
    assertThat(command.run("ls", "--file", folder.resolve("none").toString()))
        .isEqualTo(
            new Ran(
                2,
                "",
                folder.resolve("none")
                    + ": there is no such file yet: read the queue first, with `dead-letters ls`\n"));
    assertThat(command.run("ls").err())
        .isEqualTo(
            "say which letters it is about: --queue-url URL, --local, or --file FILE for what was"
                + " read before\n");
  }

  @Test
  void aFileThatIsAFolderOrSomethingElseIsNamed() throws Exception {
    assertThat(command.run("ls", "--queue-url", queue, "--file", folder.toString()).err())
        .isEqualTo(folder + ": is a folder, and a file is asked for\n");
    Path other = Files.writeString(folder.resolve("pipeline.yaml"), "pipeline:\n");
    assertThat(command.run("ls", "--file", other.toString()).err())
        .startsWith(other + ":1: this line was not written by dead-letters, or is damaged");
    assertThat(other).hasContent("pipeline:\n");
  }

  @Test
  void aQueueThatIsNotThereIsNamed() {
    String none = queue + "-none";

    assertThat(command.run("ls", "--queue-url", none, "--file", file.toString()))
        .isEqualTo(
            new Ran(
                2,
                "",
                "there is no queue "
                    + none.substring(none.lastIndexOf('/') + 1)
                    + ": "
                    + none
                    + ". Look at the name, region and account in the stack's outputs\n"));
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    Ran ran = command.run("ls", "--queue-url", "http://127.0.0.1:1/0/q", "--file", "" + file);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("the queue at http://127.0.0.1:1/0/q cannot be reached: Connection refused")
        .endsWith(". Is scripts/run-local running? Its queues are there as long\n");
  }

  @Test
  void whatIsNoUrlOfAQueueIsRefused() {
    for (String url :
        List.of("dead-letters", "https://sqs.eu-central-1.amazonaws.com/", "ftp://x/q")) {
      assertThat(command.run("ls", "--queue-url", url).err())
          .isEqualTo(
              "--queue-url: "
                  + url
                  + " is no queue's URL: give it whole, as the stack's outputs name it, such as"
                  + " https://sqs.eu-central-1.amazonaws.com/123456789012/NAME\n");
    }
  }

  @Test
  void aFileOfAnotherQueueIsRefused() {
    ls();
    String other = server.queue("other");

    assertThat(command.run("ls", "--queue-url", other, "--file", file.toString()))
        .isEqualTo(new Ran(2, "", file + " holds letters of another queue: " + queue + "\n"));
  }

  @Test
  void aLetterIsShownWhole() {
    server.send(queue, Written.text(Written.refused(7, "ada")));
    ls();

    Ran ran = run("show", Written.refused(7, "ada").key().substring(0, 6));

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            key         %s
            reason      REFUSED_BY_SERVICE
            why         400 validation_error
            record      usage-events/3/7, part 0, of 2026-11-27T10:30:00Z
            stream      local:cluster
            billed at   flexprice
            mapping     mapping-1
            attempts    1, the first failed at 2026-11-27T10:30:00Z
            written     2026-11-27T10:31:00Z
            life left   -
            event id    call_7
            customer    ada
            event name  voice_call
            timestamp   2026-11-27T10:30:00Z
            event
              {
                "event_id": "call_7",
                "external_customer_id": "ada"
              }
            record key  call
            header      source = test
            value
              {
                "duration": "abc"
              }
            """
                .formatted(Written.refused(7, "ada").key()));
  }

  @Test
  void whatAQueueForgetsIsToldBefore() {
    var clients = new Watched();
    clients.retention = Optional.of("1209600");
    server.send(queue, Written.text(Written.unmapped(1)));

    var command = new DeadLetters(Written.outside(clients, InstantSource.system()));

    Ran ran = command.run("ls", "--each", "--queue-url", queue, "--file", file.toString());

    assertThat(ran.lines().get(1)).contains("  13 d 23 h  pipeline");
    assertThat(command.run("ls", "--each", "--file", file.toString()).lines().get(1))
        .isEqualTo(ran.lines().get(1));
  }

  @Test
  void aMessageThatIsNoLetterIsShownAsItIs() {
    server.send(queue, "no letter");
    String id = ls("--each").lines().get(1).split(" ")[0];

    assertThat(run("show", id).out()).endsWith("\ntext\nno letter\n");
  }

  @Test
  void aKeyThatNoLetterHasIsNamed() {
    server.send(queue, Written.text(Written.unmapped(1)));
    server.send(queue, Written.text(Written.unmapped(2)));
    ls();

    assertThat(run("show", "zzz"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "no letter that waits has a key that begins with zzz: `ls --each` lists them\n"));
    assertThat(run("show", "").err())
        .isEqualTo("2 letters have a key that begins with : give more of it\n");
  }

  @Test
  void aCutLastLineIsLeftOutAndSaid() throws Exception {
    server.send(queue, Written.text(Written.unmapped(1)));
    ls();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 5));

    Ran ran = command.run("ls", "--file", file.toString());

    assertThat(ran.out()).isEqualTo("0 dead letters\n");
    assertThat(ran.err())
        .isEqualTo(
            "note: "
                + file
                + ": its last line was cut, by a crash or a full disk, and is left out; what it"
                + " announced was not done\n");
    assertThat(ls().lines().getLast()).isEqualTo("1 dead letter");
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void aLineThatIsNoneIsNamed() throws Exception {
    ls();
    Files.writeString(file, Files.readString(file) + "{\"step\":\"sent\"}\n{}\n");

    assertThat(ls())
        .isEqualTo(
            new Ran(
                2,
                "",
                file
                    + ":2: this line was not written by dead-letters, or is damaged: move the file"
                    + " away and read the queue again; what is in the queue still is not lost\n"));
  }

  @Test
  void progressIsForTerminals() {
    for (int i = 0; i < 12; i++) {
      server.send(queue, Written.text(Written.unmapped(i)));
    }
    assertThat(ls().err()).isEmpty();

    Ran seen = command.withColour("ls", "--queue-url", queue, "--file", file.toString());

    assertThat(seen.err())
        .startsWith("\r\u001B[2Kreading [")
        .contains("] 12 of about 12")
        .endsWith("\r\u001B[2K");
  }
}
