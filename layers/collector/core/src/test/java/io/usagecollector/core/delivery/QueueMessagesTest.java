package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages of the retry queue go through the same delivery as the records of a topic. */
class QueueMessagesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Answer NO_ANSWER =
      new Answer.Transient(
          new FaultKey.Unanswered(TransportFault.TIMEOUT), "no answer in time", Optional.empty());

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private final Instant start = world.time.instant();

  private Letter letter(String id) {
    return letter(id, 1);
  }

  private Letter letter(String id, int attempts) {
    return new Letter(
        World.ORIGIN,
        World.record(7, "drop"),
        0,
        Optional.of(World.event(id)),
        Reason.of(Reason.Kind.NOT_DELIVERED, "503"),
        new Attempts(attempts, start, start.plusSeconds(9), false),
        start);
  }

  /** A message of several events. */
  private Inbound message(String messageId, String... events) {
    return message(start, messageId, Stream.of(events).map(this::letter).toList());
  }

  private static Inbound message(Instant sentAt, String messageId, List<Letter> letters) {
    String body = Bundle.pack(letters, 1_000_000).getFirst().body();
    return StoredMessage.of(new QueueMessage(messageId, "r"), body, sentAt, World.REMAPPING);
  }

  private BatchReport deliver(ScriptedSink sink, Duration left, Inbound... messages) {
    world.deferringTo(retries, Outage.HOLD);
    return world.deliver(sink, dead, List.of(messages), Acknowledger.PER_RECORD, left);
  }

  private static List<String> outcomes(BatchReport report) {
    return report.records().stream()
        .map(settled -> settled.handle() + " " + settled.outcome().kind())
        .toList();
  }

  /** One event at a time: those that are away fail, the others take this long. */
  private ScriptedSink oneByOne(Duration each) {
    return new ScriptedSink(
        world.time,
        1,
        ids -> {
          world.time.sleep(each);
          return ids.getFirst().startsWith("away") ? UNAVAILABLE : ACCEPTED;
        });
  }

  @Test
  void eventsOfSeveralMessagesShareABulk() {
    ScriptedSink sink = new ScriptedSink(world.time, 10, ids -> ACCEPTED);
    BatchReport report = deliver(sink, MINUTE, message("m-0", "a", "b"), message("m-1", "c"));
    assertThat(outcomes(report)).containsExactly("message m-0 ACCEPTED", "message m-1 ACCEPTED");
    assertThat(sink.sent).hasSize(1);
  }

  @Test
  void ofAMessageOnlyWhatFailsIsWrittenAnewAfterOneMoreAttempt() {
    BatchReport report = deliver(oneByOne(Duration.ZERO), MINUTE, message("m-0", "a", "away", "c"));
    assertThat(outcomes(report)).first().isEqualTo("message m-0 DEFERRED");
    assertThat(retries.stored).hasSize(1);
    Letter again = retries.stored.getFirst();
    assertThat(again.event().orElseThrow().eventId()).isEqualTo("away");
    assertThat(again.attempts().count()).isEqualTo(2);
    assertThat(again.attempts().firstFailure()).isEqualTo(start);
    assertThat(again.isDead()).isFalse();
  }

  @Test
  void aMessageThatWasNotBegunStaysWhereItIs() {
    BatchReport report =
        deliver(
            oneByOne(Duration.ofSeconds(4)),
            Duration.ofSeconds(10),
            message("m-0", "a", "b"),
            message("m-1", "c"),
            message("m-2", "d"));
    assertThat(outcomes(report))
        .containsExactly("message m-0 ACCEPTED", "message m-1 HELD", "message m-2 HELD");
    assertThat(retries.stored).isEmpty();
  }

  @Test
  void ofAMessageThatWasBegunWhatWasNotSentIsWrittenAnewAndNoAttemptIsCounted() {
    BatchReport report =
        deliver(
            oneByOne(Duration.ofSeconds(4)),
            Duration.ofSeconds(10),
            message("m-0", "a", "b", "c", "d"));
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(retries.stored)
        .map(letter -> letter.event().orElseThrow().eventId())
        .containsExactlyInAnyOrder("c", "d");
    assertThat(retries.stored).allMatch(letter -> letter.attempts().count() == 1);
  }

  /** No answer comes to what has an event in it that hangs, until the time is up. */
  private ScriptedSink hanging(int bulk) {
    var sink = new ArrayList<ScriptedSink>();
    sink.add(
        new ScriptedSink(
            world.time,
            bulk,
            ids -> {
              boolean hangs = ids.stream().anyMatch(id -> id.startsWith("hangs"));
              world.time.sleep(
                  hangs ? sink.getFirst().sent.getLast().timeout() : Duration.ofMillis(1));
              return hangs ? NO_ANSWER : ACCEPTED;
            }));
    return sink.getFirst();
  }

  /** The gate has closed since nothing was answered, and the next batch is a probe. */
  private void nothingAnswersForAWhile() {
    for (int i = 0; i < 12; i++) {
      world.gate.failed();
      world.time.sleep(Duration.ofSeconds(10));
    }
    assertThat(world.gate.closed()).isPresent();
  }

  @Test
  void anEventThatHangsAloneIsTriedAgainAfterOneMoreAttempt() {
    BatchReport report = deliver(hanging(10), MINUTE, message("m-0", "hangs"));
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(retries.stored).map(letter -> letter.attempts().count()).containsExactly(2);
  }

  @Test
  void anEventThatIsRefusedAloneIsTriedAgainAfterOneMoreAttempt() {
    BatchReport report = deliver(World.refusingBad(world.time, 10), MINUTE, message("m-0", "bad"));
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(retries.stored).map(letter -> letter.attempts().count()).containsExactly(2);
  }

  @Test
  void whatFailsAsAProbeIsAnAttemptToo() {
    nothingAnswersForAWhile();
    BatchReport report = deliver(hanging(10), MINUTE, message("m-0", "hangs"));
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(retries.stored).map(letter -> letter.attempts().count()).containsExactly(2);
  }

  @Test
  void whatWasTriedEnoughIsBuriedThoughNothingPasses() {
    nothingAnswersForAWhile();
    Letter last = letter("away", DeferralPolicy.DEFAULT.attempts() - 1);
    BatchReport report =
        deliver(oneByOne(Duration.ZERO), MINUTE, message(start, "m-0", List.of(last)));
    assertThat(outcomes(report)).containsExactly("message m-0 DEAD_LETTERED");
    assertThat(dead.stored)
        .map(letter -> letter.reason().kind())
        .containsExactly(Reason.Kind.NOT_DELIVERED);
  }

  @Test
  void whatIsLeftOfAMessageIsDeferredWithTheLettersThatFail() {
    BatchReport report =
        deliver(hanging(1), MINUTE, message("m-0", "hangs-1", "hangs-2", "hangs-3", "good"));
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(retries.stored)
        .map(letter -> letter.event().orElseThrow().eventId())
        .contains("hangs-1", "hangs-2", "hangs-3");
  }

  @Test
  void aLetterBehindOthersOfItsMessageHadNotAllTheTimeToItself() {
    Inbound stored = message("m-0", "a", "b");
    Reason late = Reason.of(Reason.Kind.OUT_OF_TIME, "its time was up");
    Inbound slow =
        new Inbound() {
          @Override
          public SourceHandle handle() {
            return stored.handle();
          }

          @Override
          public long writtenAt() {
            return stored.writtenAt();
          }

          @Override
          public int attempts() {
            return stored.attempts();
          }

          @Override
          public Iterator<Item> items(Duration left) {
            List<Item> items = new ArrayList<>();
            stored.items(left).forEachRemaining(items::add);
            items.set(1, new Item.OutOfTime(1, late));
            return items.iterator();
          }

          @Override
          public Letter letter(
              int item, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
            return stored.letter(item, reason, event, ambiguous, at);
          }

          @Override
          public Letter whole(Reason reason, Instant at) {
            return stored.whole(reason, at);
          }
        };
    BatchReport report = deliver(oneByOne(Duration.ZERO), MINUTE, slow);
    assertThat(outcomes(report)).containsExactly("message m-0 DEFERRED");
    assertThat(dead.stored).isEmpty();
  }
}
