package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.Letter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redrive}, over real queues. */
class RedriveCommandTest {
  private static SqsServer server;

  @TempDir private Path folder;

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

  private static Ran sent(int letters, int messages) {
    return new Ran(
        0,
        "%d letter%s sent on, %d message%s deleted from the dead letters\n"
            .formatted(letters, letters == 1 ? "" : "s", messages, messages == 1 ? "" : "s"),
        "");
  }

  @Test
  void lettersGoToTheRetryQueueAndLeaveTheDeadLetters() {
    for (int i = 0; i < 23; i++) {
      queues.dead(Written.unmapped(i));
    }
    queues.ls();

    assertThat(queues.redrive()).isEqualTo(sent(23, 23));
    assertThat(QueueFixture.keys(queues.retried())).hasSize(23).containsValue(1);
    assertThat(queues.deadLetters()).isEmpty();
    assertThat(queues.ls()).isEqualTo(new Ran(0, "0 dead letters\n", ""));
  }

  @Test
  void asMappedSendsTheSameBytes() {
    queues.dead(Written.refused(1, "ada"));
    queues.ls();

    assertThat(queues.redrive("--as-mapped")).isEqualTo(sent(1, 1));
    Letter letter = queues.retried().getFirst();
    assertThat(letter.event().orElseThrow().json())
        .isEqualTo(Written.refused(1, "ada").event().orElseThrow().json());
    assertThat(letter.event().orElseThrow().eventId()).isEqualTo("call_1");
    assertThat(letter.record().value()).isEqualTo(Written.refused(1, "ada").record().value());
  }

  @Test
  void attemptsBeginAnewAndWhatMayBeStoredIsRemembered() {
    queues.dead(Written.ambiguous(Written.refused(1, "ada")));
    queues.ls();

    assertThat(queues.redrive()).isEqualTo(sent(1, 1));
    assertThat(queues.retried().getFirst().attempts())
        .isEqualTo(new Attempts(1, Written.NOW, Written.NOW, true));
  }

  @Test
  void aLetterThatWasWrittenTwiceIsSentOnceAndTheAmbiguousOneOfThem() {
    Letter first = Written.ambiguous(Written.refused(1, "ada"));
    Letter second = Written.refused(1, "ada").writtenAt(Written.NOW.minusSeconds(1));
    queues.dead(first, second);
    queues.ls();

    assertThat(queues.redrive()).isEqualTo(sent(1, 2));
    assertThat(queues.retried()).hasSize(1);
    assertThat(queues.retried().getFirst().attempts().ambiguous()).isTrue();
    assertThat(queues.deadLetters()).isEmpty();
  }

  @Test
  void onlyWhatIsChosenIsSent() {
    queues.dead(Written.refused(1, "ada"), Written.refused(2, "bob"), Written.unmapped(3));
    queues.ls();

    assertThat(queues.redrive("--customer", "ada", "--where", "reason=refused_by_service"))
        .isEqualTo(sent(1, 1));
    assertThat(QueueFixture.keys(queues.retried()))
        .containsOnlyKeys(Written.refused(1, "ada").key());
    assertThat(queues.deadLetters()).hasSize(2);
    assertThat(queues.redrive("--since", "2026-11-28")).isEqualTo(sent(0, 0));
    assertThat(queues.redrive("--where", "reason=no").status()).isEqualTo(2);
  }

  /** It may be the same letter, sent on, failed again and dead again. */
  @Test
  void whatCameAfterTheFileWasReadIsLeftAlone() {
    queues.dead(Written.unmapped(1));
    queues.ls();
    queues.dead(Written.unmapped(1).writtenAt(Written.NOW), Written.unmapped(2));

    assertThat(queues.redrive()).isEqualTo(sent(1, 1));
    assertThat(QueueFixture.keys(queues.deadLetters()))
        .containsOnlyKeys(Written.unmapped(1).key(), Written.unmapped(2).key());
    assertThat(queues.ls().lines()).endsWith("2 dead letters");
  }

  @Test
  void whatIsNoLetterIsLeft() {
    server.send(queues.dead, "no letter");
    queues.dead(Written.unmapped(1));
    queues.ls();

    assertThat(queues.redrive())
        .isEqualTo(
            new Ran(
                1,
                "1 letter sent on, 1 message deleted from the dead letters\n",
                "note: 1 message left: no letter, so there is nothing to send\n"));
    assertThat(server.bodies(queues.dead)).containsExactly("no letter");
  }

  @Test
  void remapSendsNoEventAndOnlyWhatWasNeverSent() {
    queues.dead(
        Written.unmapped(1), Written.refused(2, "ada"), Written.ambiguous(Written.unmapped(3)));
    queues.ls();

    assertThat(queues.redrive("--remap"))
        .isEqualTo(
            new Ran(
                1,
                "1 letter sent on, 1 message deleted from the dead letters\n",
                "note: 2 letters left: the event may have been sent, and mapped anew it may be"
                    + " billed twice. Send it --as-mapped, or add --allow-rebill\n"));
    assertThat(QueueFixture.keys(queues.retried())).containsOnlyKeys(Written.unmapped(1).key());
    assertThat(queues.deadLetters()).hasSize(2);
  }

  @Test
  void whatWasSentIsMappedAnewOnlyOnTwoWords() {
    queues.dead(Written.refused(2, "ada"));
    queues.ls();

    assertThat(queues.redrive("--remap", "--allow-rebill"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "warning: 1 letter with an event that was sent: mapped anew it may have another id,"
                    + " timestamp or customer, and what was accepted is then billed twice\n"
                    + "nothing was sent: add --yes to send them all the same\n"));
    assertThat(queues.retried()).isEmpty();

    assertThat(queues.redrive("--remap", "--allow-rebill", "--yes").status()).isZero();
    assertThat(queues.retried().getFirst().event()).isEmpty();
    assertThat(queues.retried().getFirst().record().value())
        .isEqualTo(Written.refused(2, "ada").record().value());
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    queues.ls();

    assertThat(queues.redrive("--remap", "--as-mapped"))
        .isEqualTo(new Ran(2, "", "--as-mapped and --remap exclude each other\n"));
    assertThat(queues.redrive("--allow-rebill"))
        .isEqualTo(new Ran(2, "", "--allow-rebill is about --remap, and needs it\n"));
    assertThat(queues.run("redrive").err())
        .isEqualTo(
            "say where the letters go: --retry-queue-url URL, the stack's output RetryQueueUrl\n");
    assertThat(queues.run("redrive", "--retry-queue-url", queues.dead))
        .isEqualTo(
            new Ran(
                2, "", "the retry queue is the dead-letter queue itself: " + queues.dead + "\n"));
    assertThat(queues.run("redrive", "--retry-queue-url", "retry").err())
        .startsWith("--retry-queue-url: retry is no queue's URL");
  }

  @Test
  void aDryRunSendsNothing() {
    queues.dead(Written.refused(1, "ada"));
    queues.ls();

    Ran ran = queues.redrive("--dry-run");

    assertThat(ran.status()).isZero();
    assertThat(ran.lines().get(1)).startsWith("REFUSED_BY_SERVICE  voice_call  ada ");
    assertThat(ran.lines()).endsWith("1 letter would be sent on");
    assertThat(queues.retried()).isEmpty();
    assertThat(queues.deadLetters()).hasSize(1);
    assertThat(queues.redrive("--dry-run", "--remap").status()).isEqualTo(1);
  }

  @Test
  void usageOfAClosedPeriodIsSentOnlyOnAWord() {
    queues.dead(Written.refused(1, "ada", "2026-10-31T23:59:59Z"));
    queues.ls();

    assertThat(queues.redrive())
        .isEqualTo(
            new Ran(
                2,
                "",
                "warning: 1 letter with usage before this month: where its billing period is"
                    + " closed, the event is accepted, but a finalized invoice takes it up no more\n"
                    + "nothing was sent: add --yes to send them all the same\n"));
    assertThat(queues.redrive("--yes").status()).isZero();
    assertThat(queues.retried()).hasSize(1);
  }

  /** A service whose window of duplicates is known to be a day, unlike Flexprice's. */
  @Test
  void whatMayBeStoredIsNotRepeatedPastTheWindowOfDuplicatesWithoutAWord() {
    Letter flexprice = Written.ambiguous(Written.refused(1, "ada"));
    Letter other =
        new Letter(
            new io.usagecollector.core.letter.Origin(
                flexprice.origin().stream(), "openmeter", flexprice.origin().mappingVersion()),
            flexprice.record(),
            0,
            flexprice.event(),
            flexprice.reason(),
            new Attempts(2, Instant.parse("2026-11-27T11:59:59Z"), Written.NOW, true),
            flexprice.at());
    queues.dead(flexprice, other);
    queues.ls();

    assertThat(queues.redrive().err())
        .isEqualTo(
            "warning: 1 letter with an event that may be stored already, and that first failed"
                + " longer ago than its service is known to tell a repeat: sent again, it may be"
                + " billed twice\n"
                + "nothing was sent: add --yes to send them all the same\n");
  }

  @Test
  void aRetryQueueThatIsNotThereLosesNothing() {
    queues.dead(Written.unmapped(1));
    queues.ls();

    Ran ran = queues.run("redrive", "--retry-queue-url", queues.retry + "-none");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .isEqualTo("0 letters sent on, 0 messages deleted from the dead letters\n");
    assertThat(ran.err()).startsWith("note: 1 letter not sent: the queue answered 400 ");
    assertThat(queues.deadLetters()).hasSize(1);
    assertThat(queues.redrive()).isEqualTo(sent(1, 1));
  }

  @Test
  void lettersThatTheQueueForgotAreSentOutOfTheFile() {
    queues.dead(Written.unmapped(1), Written.unmapped(2));
    queues.ls();
    server.sqs().purgeQueue(p -> p.queueUrl(queues.dead));
    queues.dead(Written.unmapped(3));
    queues.ls();

    assertThat(queues.redrive("--missing", "--where", "key=" + Written.unmapped(1).key()))
        .isEqualTo(sent(1, 0));
    assertThat(QueueFixture.keys(queues.retried())).containsOnlyKeys(Written.unmapped(1).key());
    assertThat(queues.redrive("--missing")).isEqualTo(sent(1, 0));
    assertThat(queues.redrive("--missing")).isEqualTo(sent(0, 0));
    assertThat(queues.deadLetters()).hasSize(1);
  }

  /** A retry queue moves a message here as it is, with all its letters. */
  @Test
  void aMessageOfSeveralLettersIsDeletedOnceAllOfThemAreSent() {
    List<Letter> letters = List.of(Written.refused(1, "ada"), Written.refused(2, "bob"));
    server.send(queues.dead, Bundle.pack(letters, 1 << 20).getFirst().body());
    assertThat(queues.ls().lines()).endsWith("2 dead letters");

    assertThat(queues.redrive("--customer", "ada")).isEqualTo(sent(1, 0));
    assertThat(server.bodies(queues.dead)).hasSize(1);
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
    assertThat(queues.redrive()).isEqualTo(sent(1, 1));
    assertThat(QueueFixture.keys(queues.retried()))
        .containsOnlyKeys(letters.get(0).key(), letters.get(1).key())
        .containsValue(1);
    assertThat(server.bodies(queues.dead)).isEmpty();
  }

  @Test
  void whatSomebodyElseHasJustReceivedIsLeftAndSaid() {
    queues.dead(Written.unmapped(1));
    queues.ls();
    server
        .sqs()
        .receiveMessage(r -> r.queueUrl(queues.dead).visibilityTimeout(60).waitTimeSeconds(0));

    assertThat(queues.redrive())
        .isEqualTo(
            new Ran(
                1,
                "0 letters sent on, 0 messages deleted from the dead letters\n",
                "note: 1 letter not met in the queue just now, and not sent. What somebody has just"
                    + " received, an interrupted run too, comes back within minutes; `ls` says what"
                    + " is gone\n"));
    assertThat(queues.ls().err())
        .isEqualTo(
            "note: out of sight, since somebody has just received them: about 1 message. Read again"
                + " in some minutes\n");
  }

  @Test
  void aQueueThatWasNeverReadHasNothingToSend() {
    assertThat(queues.redrive().err())
        .isEqualTo(
            queues.file
                + ": there is no such file yet: read the queue first, with `dead-letters ls`\n");
  }

  /** What the console's redrive button does: afterwards there is nothing here to look at. */
  @Test
  void theQueuesOwnMoveLeavesNothingToList() {
    String source = server.queue("source");
    String dead = server.queue("moved");
    String arn = "arn:aws:sqs:elasticmq:000000000000:";
    server
        .sqs()
        .setQueueAttributes(a ->
            a.queueUrl(source)
                .attributesWithStrings(
                    java.util.Map.of(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"%s%s\",\"maxReceiveCount\":\"9\"}"
                            .formatted(arn, dead.substring(dead.lastIndexOf('/') + 1)))));
    server.send(dead, Written.text(Written.unmapped(1)));
    server
        .sqs()
        .startMessageMoveTask(m ->
            m.sourceArn(arn + dead.substring(dead.lastIndexOf('/') + 1))
                .destinationArn(arn + source.substring(source.lastIndexOf('/') + 1)));
    org.awaitility.Awaitility.await().until(() -> server.bodies(source).size() == 1);

    Ran ran =
        new io.usagecollector.cli.DeadLetters(Written.outside(queues.clients))
            .run("ls", "--queue-url", dead, "--file", folder.resolve("moved").toString());

    assertThat(ran).isEqualTo(new Ran(0, "0 dead letters\n", ""));
  }
}
