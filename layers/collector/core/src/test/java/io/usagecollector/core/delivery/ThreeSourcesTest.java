package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static io.usagecollector.core.delivery.World.records;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.RecordGroup;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceHandle.KafkaRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Kafka record, a retry message and a line of a file are sources of the same kind. */
class ThreeSourcesTest {
  private static final Instant FIRST_FAILURE = Instant.parse("2025-12-31T23:00:00Z");

  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();

  /** Refuses what is bad, has no answer for what is away, takes the rest; one event a bulk. */
  private final ScriptedSink sink =
      new ScriptedSink(
          world.time,
          1,
          ids ->
              switch (ids.getFirst().split("-")[0]) {
                case "bad" -> ScriptedSink.invalid("400");
                case "away" -> UNAVAILABLE;
                default -> ACCEPTED;
              });

  /** An event that no mapping would make so again: by an older mapping, with a time of its own. */
  private static UsageEvent stored(String id) {
    byte[] json =
        ("{ \"event_id\" : \"" + id + "\", \"by\" : \"an older mapping\" }").getBytes(UTF_8);
    return new UsageEvent(id, "2025-12-31T22:59:59.123Z", "customer", "name", json);
  }

  private static Letter first(long offset, String id) {
    return new Letter(
        World.ORIGIN,
        World.record(offset, "what the mapping of today drops"),
        2,
        Optional.of(stored(id)),
        Reason.of(Reason.Kind.REFUSED_BY_SERVICE, "given up"),
        new Attempts(1, FIRST_FAILURE, FIRST_FAILURE.plusSeconds(30), true),
        FIRST_FAILURE);
  }

  private static Inbound message(String messageId, long offset, String id) {
    return StoredMessage.of(
        new SourceHandle.QueueMessage(messageId, "receipt of " + messageId),
        Envelope.seal(first(offset, id)).body(),
        FIRST_FAILURE,
        World.REMAPPING);
  }

  private BatchReport deliver(
      ScriptedSink to, Iterable<? extends Inbound> batch, Acknowledger acknowledger) {
    RetryPolicy retries = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1));
    Ports ports =
        new Ports(
            to,
            new OneAtATime(),
            letters,
            Optional.empty(),
            world.gate,
            retries,
            new RetryTokens(),
            world.time,
            new Random(7));
    return new Delivery(ports)
        .deliver(batch, new TimeBudget(world.time, Duration.ofMinutes(1)), acknowledger);
  }

  private static List<Inbound> mixed() {
    List<Inbound> kafka =
        World.batch(records("good", "faulty", "filtered", "away")).inbound(World.FORM);
    List<Inbound> queue =
        List.of(
            message("m-0", 70, "good-old"),
            message("m-1", 71, "bad-old"),
            message("m-2", 72, "away-old"));
    List<Inbound> mixed = new ArrayList<>();
    Iterable<Inbound> file = new FileLines(Stream.of("good", "away", "faulty"));
    var lines = file.iterator();
    for (Inbound record : kafka) {
      mixed.add(record);
      if (mixed.size() / 3 < queue.size()) {
        mixed.add(queue.get(mixed.size() / 3));
        mixed.add(lines.next());
      }
    }
    return mixed;
  }

  @Test
  void inOneBatchEachEndsByItself() {
    BatchReport report = deliver(sink, mixed(), Acknowledger.PER_RECORD);
    assertThat(report.records())
        .map(settled -> settled.handle() + " " + settled.outcome().kind())
        .containsExactly(
            "t/0/0 ACCEPTED",
            "message m-0 ACCEPTED",
            "events.jsonl/0/0 ACCEPTED",
            "t/0/1 DEAD_LETTERED",
            "message m-1 DEAD_LETTERED",
            "events.jsonl/0/1 HELD",
            "t/0/2 FILTERED",
            "message m-2 HELD",
            "events.jsonl/0/2 DEAD_LETTERED",
            "t/0/3 HELD");
  }

  @Test
  void aRetryMessageGoesOutInItsStoredBytesWithItsStoredIdAndTime() {
    deliver(sink, mixed(), Acknowledger.PER_RECORD);
    List<UsageEvent> again =
        sink.sent.stream()
            .flatMap(sent -> sent.events().stream())
            .filter(event -> event.eventId().endsWith("-old"))
            .toList();
    assertThat(again).map(UsageEvent::eventId).contains("good-old", "bad-old", "away-old");
    assertThat(again)
        .allSatisfy(event -> {
          assertThat(event.json()).isEqualTo(stored(event.eventId()).json());
          assertThat(event.timestamp()).isEqualTo("2025-12-31T22:59:59.123Z");
        });
  }

  @Test
  void aLetterOfARetryMessageIsTheSameLetterAfterOneMoreAttempt() {
    deliver(sink, mixed(), Acknowledger.PER_RECORD);
    Letter original = first(71, "bad-old");
    Letter dead =
        letters.stored.stream()
            .filter(letter -> letter.record().at().offset() == 71)
            .findFirst()
            .orElseThrow();
    assertThat(dead.key()).isEqualTo(original.key());
    assertThat(dead.ordinal()).isEqualTo(2);
    assertThat(dead.event().orElseThrow().json()).isEqualTo(stored("bad-old").json());
    assertThat(dead.attempts().count()).isEqualTo(2);
    assertThat(dead.attempts().firstFailure()).isEqualTo(FIRST_FAILURE);
    assertThat(dead.attempts().ambiguous()).isTrue();
    assertThat(dead.reason().safeText()).isEqualTo("400");
  }

  @Test
  void lettersOfRecordsAndLinesTellTheirOwnStreamAndPlace() {
    deliver(sink, mixed(), Acknowledger.PER_RECORD);
    assertThat(letters.stored)
        .map(letter -> letter.origin().stream().value() + " " + letter.record().at())
        .containsExactlyInAnyOrder("stream t/0/1", "stream t/0/71", "a file events.jsonl/0/2");
  }

  @Test
  void aTriggerIsToldEachHandleInTheFormOfItsSource() {
    BatchReport report = deliver(sink, mixed(), Acknowledger.PER_RECORD);
    assertThat(Acknowledger.PER_RECORD.of(report))
        .isEqualTo(
            new Acknowledgement.Listed(
                List.of(
                    new KafkaRecord(new Coordinates("events.jsonl", 0, 1)),
                    new SourceHandle.QueueMessage("m-2", "receipt of m-2"),
                    new KafkaRecord(new Coordinates("t", 0, 3)))));
    assertThat(RecordGroup.held(report))
        .map(RecordGroup::toString)
        .containsExactly(
            "events.jsonl/0/1 (1 record): given up after 3 attempts, last: 503",
            "message m-2 (1 record): given up after 3 attempts, last: 503",
            "t/0/3 (1 record): given up after 3 attempts, last: 503");
  }

  @Test
  void whereAllComesAgainNoSourcesFaultIsALetter() {
    BatchReport report = deliver(sink, mixed(), Acknowledger.WHOLE_BATCH);
    assertThat(Acknowledger.WHOLE_BATCH.of(report)).isEqualTo(new Acknowledgement.Failed(report));
    assertThat(letters.stored).isEmpty();
  }

  @Test
  void aLongFileIsReadNoFurtherThanAFewBulksAhead() {
    int[] ahead = {0};
    int[] done = {0};
    var file = new FileLines(Stream.generate(() -> "good").limit(10_000));
    var slow =
        new ScriptedSink(
            world.time,
            5,
            ids -> {
              ahead[0] = Math.max(ahead[0], file.read() - done[0]);
              if (ids.hashCode() % 7 == 0) {
                return UNAVAILABLE;
              }
              done[0] += ids.size();
              return ACCEPTED;
            });
    BatchReport report = deliver(slow, file, Acknowledger.PER_RECORD);
    int held = report.held().size();
    assertThat(file.read()).isEqualTo(10_000);
    assertThat(report.traffic().eventsAccepted()).isEqualTo(10_000 - held);
    assertThat(ahead[0] - held).isLessThanOrEqualTo(BulkQueue.FEW * 5 + 1);
  }
}
