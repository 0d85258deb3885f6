package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.letter.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A redrive that breaks at any call to a queue, before it or after, and is then run again. */
class InterruptedRedriveTest {
  private static SqsServer server;

  @BeforeContainer
  static void start() {
    server = new SqsServer();
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 40)
  void everyLetterIsInOnePlaceAfterwardsAndNoneIsEverInNone(
      @ForAll @IntRange(min = 1, max = 130) int letters,
      @ForAll("breaks") Watched.Break way,
      @ForAll boolean twice) {
    var queues = new QueueFixture(server, folder());
    Set<String> keys = fill(queues, letters, twice);
    queues.ls();

    queues.clients.breakAt(way);
    redriveThatMayDie(queues);
    boolean answerWasLost = queues.clients.hasLostAnAnswer();
    queues.clients.heal();
    queues.clients.passTime(server);

    Map<String, Integer> sent = QueueFixture.keys(queues.retried());
    Set<String> somewhere = new HashSet<>(sent.keySet());
    somewhere.addAll(QueueFixture.keys(queues.deadLetters()).keySet());
    assertThat(somewhere).isEqualTo(keys);

    assertThat(queues.redrive().status()).isZero();
    assertThat(queues.deadLetters()).isEmpty();
    Map<String, Integer> all = QueueFixture.keys(queues.retried());
    assertThat(all.keySet()).isEqualTo(keys);
    // Twice, under the same key, can only be there what the queue took and nobody learned.
    assertThat(all.values().stream().anyMatch(times -> times > 1)).isEqualTo(answerWasLost);

    queues.redrive();
    assertThat(QueueFixture.keys(queues.retried())).isEqualTo(all);
  }

  /** At most two sends, and fifteen of each other call, are made. */
  @Provide
  Arbitrary<Watched.Break> breaks() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of(
                "receiveMessage",
                "sendMessageBatch",
                "sendMessageBatch",
                "deleteMessageBatch",
                "changeMessageVisibilityBatch"),
            Arbitraries.integers().between(1, 15),
            either,
            either)
        .as((method, call, after, dies) ->
            new Watched.Break(
                method, method.startsWith("send") ? 1 + call % 2 : call, after, dies));
  }

  private static Set<String> fill(QueueFixture queues, int letters, boolean twice) {
    Set<String> keys = new HashSet<>();
    List<Letter> all = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      Letter letter = Written.unmapped(i);
      keys.add(letter.key());
      all.add(letter);
      if (twice && i % 3 == 0) {
        all.add(letter.writtenAt(Written.NOW));
      }
    }
    queues.dead(all.toArray(Letter[]::new));
    return keys;
  }

  private static void redriveThatMayDie(QueueFixture queues) {
    try {
      queues.redrive();
    } catch (Watched.Died theProcessEnded) {
      return;
    }
  }

  private static java.nio.file.Path folder() {
    try {
      return Files.createTempDirectory("letters");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
