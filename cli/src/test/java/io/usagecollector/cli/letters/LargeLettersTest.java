package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import io.usagecollector.core.letter.Letter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that no message holds: in parts, or where a claim says. */
class LargeLettersTest {
  private static final int LIMIT = 64 * 1024;

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

  /** Of a record whose value no compression makes smaller. */
  private static Letter large(long offset) {
    byte[] value = new byte[100_000];
    new Random(offset).nextBytes(value);
    Letter letter = Written.refused(offset, "ada");
    SourceRecord record = letter.record();
    return new Letter(
        letter.origin(),
        new SourceRecord(record.at(), record.timestampMillis(), null, value, List.of()),
        0,
        letter.event(),
        letter.reason(),
        letter.attempts(),
        letter.at());
  }

  private static List<String> parts(Letter letter) {
    List<String> parts = LargeLetter.of(letter).parts(LIMIT);
    assertThat(parts).hasSizeGreaterThan(3);
    return parts;
  }

  private void send(List<String> bodies) {
    bodies.forEach(body -> server.send(queues.dead, body));
  }

  private String claiming(Letter letter) {
    LargeLetter large = LargeLetter.of(letter);
    if (queues.claims.store(large, Duration.ofSeconds(1))
        instanceof ClaimStore.Deposit.Stored(var claim)) {
      return large.claiming(claim);
    }
    throw new IllegalStateException("a bucket in memory refuses nothing");
  }

  @Test
  void partsAreOneLetterInTheListAndOnTheirWay() {
    send(parts(large(1)).reversed());
    send(parts(large(2)));

    Ran ls = queues.ls();
    assertThat(ls.lines().get(1)).startsWith("REFUSED_BY_SERVICE  voice_call  ada       2 ");
    assertThat(ls.lines()).hasSize(3).endsWith("2 dead letters");
    assertThat(queues.run("show", large(1).key()).out())
        .contains("customer    ada", "100000 bytes that are no text, in base64: ");

    assertThat(queues.redrive("--where", "key=" + large(1).key()).out())
        .isEqualTo(
            "1 letter sent on, %d messages deleted from the dead letters\n"
                .formatted(parts(large(1)).size()));
    assertThat(queues.retried()).hasSize(1);
    assertThat(queues.retried().getFirst().record().value()).isEqualTo(large(1).record().value());
    assertThat(server.bodies(queues.dead)).hasSize(parts(large(2)).size());
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
  }

  @Test
  void partsThatAreNotAllThereAreNoLetterYet() {
    List<String> parts = parts(large(1));
    send(parts.subList(1, parts.size()));

    Ran ls = queues.run("ls", "--each");
    assertThat(ls.lines().get(1))
        .contains("UNREADABLE")
        .endsWith(
            "%d of %d parts of letter %s: read again for the others"
                .formatted(parts.size() - 1, parts.size(), large(1).key()));
    assertThat(queues.redrive().out())
        .isEqualTo("0 letters sent on, 0 messages deleted from the dead letters\n");
    assertThat(server.bodies(queues.dead)).hasSize(parts.size() - 1);

    send(parts.subList(0, 1));
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
    assertThat(queues.redrive().status()).isZero();
    assertThat(queues.retried()).hasSize(1);
    assertThat(server.bodies(queues.dead)).isEmpty();
  }

  @Test
  void partsOfALetterThatIsDeadAgainAreNotTakenForTheOldOnes() {
    send(parts(large(1)));
    queues.ls();
    assertThat(queues.redrive().status()).isZero();
    send(parts(large(1)));

    assertThat(queues.redrive().out()).startsWith("0 letters sent on, 0 messages deleted");
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
    assertThat(queues.redrive().out()).startsWith("1 letter sent on");
    assertThat(queues.retried()).hasSize(2);
  }

  @Test
  void aClaimedContentIsFetchedOnceAndKept() {
    send(List.of(claiming(large(1))));
    assertThat(queues.ls().lines()).endsWith("1 dead letter");
    queues.claims.objects.clear();

    assertThat(queues.ls().err()).isEmpty();
    assertThat(queues.run("show", large(1).key()).out()).contains("customer    ada");
    assertThat(queues.redrive().out())
        .isEqualTo("1 letter sent on, 1 message deleted from the dead letters\n");
    assertThat(queues.retried().getFirst().record().value()).isEqualTo(large(1).record().value());
  }

  @Test
  void aContentThatIsNotThereIsSaidAndNothingIsLost() {
    String claim = claiming(large(1));
    byte[] content = queues.claims.objects.remove(large(1).key());
    send(List.of(claim));

    assertThat(queues.ls().err())
        .isEqualTo(
            "note: not whole, since its content could not be fetched: 1 letter: the bucket answered"
                + " 404 NoSuchKey\n");
    assertThat(queues.redrive().status()).isEqualTo(1);
    assertThat(server.bodies(queues.dead)).hasSize(1);

    queues.claims.objects.put(large(1).key(), content);
    assertThat(queues.ls().err()).isEmpty();
    assertThat(queues.redrive().status()).isZero();
  }

  @Test
  void anExportHoldsLargeLettersWhole() {
    send(List.of(claiming(large(1))));
    send(parts(large(2)));
    Path export = folder.resolve("export.jsonl");
    assertThat(queues.run("export", export.toString()).status()).isZero();
    queues.claims.objects.clear();

    for (long offset = 1; offset <= 2; offset++) {
      assertThat(
              new io.usagecollector.cli.DeadLetters(Written.outside(queues.clients))
                  .run("show", large(offset).key(), "--file", export.toString())
                  .out())
          .contains("100000 bytes that are no text");
    }
  }
}
