package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages of the retry queue go through the same delivery as the records of a topic. */
class QueueMessagesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private final Instant start = world.time.instant();

  private Letter letter(String id) {
    return new Letter(
        World.ORIGIN,
        World.record(7, "drop"),
        0,
        Optional.of(World.event(id)),
        Reason.of(Reason.Kind.NOT_DELIVERED, "503"),
        new Attempts(1, start, start.plusSeconds(9), false),
        start);
  }

  /** A message of several events. */
  private Inbound message(String messageId, String... events) {
    List<Letter> letters = Stream.of(events).map(this::letter).toList();
    String body = Bundle.pack(letters, 1_000_000).getFirst().body();
    return StoredMessage.of(new QueueMessage(messageId, "r"), body, start, World.REMAPPING);
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
}
