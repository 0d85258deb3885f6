package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();

  @Test
  void eachRecordEndsInOneOutcome() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    BatchReport report =
        world.deliver(sink, letters, records("good", "filtered", "faulty", "good", "bad"));
    assertThat(report.tally()).isEqualTo(tally(5, 2, 1, 2, 0));
    assertThat(letters.offsets()).containsExactly(2L, 4L);
    assertThat(report.held()).isEmpty();
    assertThat(report.alarms()).isEmpty();
  }

  @Test
  void anEmptyBatchCallsNobody() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    assertThat(world.deliver(sink, letters, List.of()).tally()).isEqualTo(tally(0, 0, 0, 0, 0));
    assertThat(sink.sent).isEmpty();
  }

  @Test
  void eventsOfAllPartitionsShareBulksUpToTheLimit() {
    ScriptedSink sink = World.refusingBad(world.time, 2);
    world.deliver(sink, letters, records("a", "b", "c"));
    assertThat(sink.calls()).containsExactly(List.of("a-0-0", "b-1-0"), List.of("c-2-0"));
  }

  @Test
  void aRecordWithOneHeldPartIsHeldAndItsFaultWritesNoLetter() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.UNAVAILABLE);
    BatchReport report = world.deliver(sink, letters, records("good faulty", "faulty filtered"));
    assertThat(report.tally()).isEqualTo(tally(2, 0, 0, 1, 1));
    assertThat(letters.offsets()).containsExactly(1L);
    assertThat(letters.stored.getFirst().ordinal()).isZero();
  }

  @Test
  void eachFaultyPartHasItsOwnLetter() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    BatchReport report = world.deliver(sink, letters, records("good faulty filtered bad"));
    assertThat(report.tally()).isEqualTo(tally(1, 0, 0, 1, 0));
    assertThat(letters.stored).map(Letter::ordinal).containsExactly(1, 3);
  }

  @Test
  void aLetterForARefusedEventHoldsTheEventThatWasSentAndTheServicesWords() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    world.deliver(sink, letters, records("bad", "good"));
    Letter letter = letters.stored.getFirst();
    assertThat(letter.reason())
        .isEqualTo(new Reason(Reason.Kind.REFUSED_BY_SERVICE, "400", "400: in full"));
    assertThat(letter.event().orElseThrow().eventId()).isEqualTo("bad-0-0");
    assertThat(letter.origin()).isEqualTo(World.ORIGIN);
  }

  @Test
  void aPipelineThatThrowsSpoilsItsRecordOnly() {
    Batch batch =
        new Batch(
            World.ORIGIN,
            record -> {
              if (record.at().offset() == 1) {
                throw new IllegalStateException("secret");
              }
              return World.PIPELINE.process(record);
            },
            records("good", "good", "good"));
    BatchReport report =
        world.deliver(World.refusingBad(world.time, 9), letters, batch, PER_RECORD);
    assertThat(report.tally()).isEqualTo(tally(3, 2, 0, 1, 0));
    assertThat(letters.stored.getFirst().reason().safeText())
        .isEqualTo("the pipeline failed on it: IllegalStateException");
  }

  @Test
  void countsThatDoNotAddUpHoldEverythingLoudly() {
    Batch batch =
        new Batch(
            World.ORIGIN,
            record -> record.at().offset() == 1 ? List.of() : World.PIPELINE.process(record),
            records("good", "good", "filtered"));
    BatchReport report =
        world.deliver(World.refusingBad(world.time, 9), letters, batch, PER_RECORD);
    assertThat(report.tally()).isEqualTo(tally(3, 0, 0, 0, 3));
    assertThat(report.held()).map(HeldRecord::handle).hasSize(3);
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.COUNTS_DO_NOT_ADD_UP);
  }

  @Test
  void aRefusedLetterHoldsItsRecordAlone() {
    MemoryLetters full = new MemoryLetters(letter -> letter.record().at().offset() != 1);
    ScriptedSink sink = World.refusingBad(world.time, 9);
    BatchReport report = world.deliver(sink, full, records("faulty", "faulty", "good"));
    assertThat(report.tally()).isEqualTo(tally(3, 1, 0, 1, 1));
    assertThat(report.held())
        .map(HeldRecord::toString)
        .containsExactly("t/0/1: its dead letter could not be stored: it is full");
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.DEAD_LETTER_REFUSED);
  }

  @Test
  void aStoreThatFailsOrAnswersShortStoresNothing() {
    ScriptedSink sink = World.refusingBad(world.time, 9);
    Letters failing =
        MemoryLetters.answering((all, timeout) -> {
          throw new IllegalStateException("secret");
        });
    assertThat(world.deliver(sink, failing, records("faulty", "good")).held())
        .map(HeldRecord::why)
        .containsExactly(
            "its dead letter could not be stored: the dead-letter store failed:"
                + " IllegalStateException");
    Letters shortOne = MemoryLetters.answering((all, timeout) -> List.of());
    assertThat(world.deliver(sink, shortOne, records("faulty")).tally())
        .isEqualTo(tally(1, 0, 0, 0, 1));
  }

  @Test
  void aBatchThatComesAgainAsAWholeWritesNoLetterYet() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.UNAVAILABLE);
    Batch batch = World.batch(records("good", "faulty", "filtered"));
    BatchReport report = world.deliver(sink, letters, batch, WHOLE_BATCH);
    assertThat(report.tally()).isEqualTo(tally(3, 0, 1, 0, 2));
    assertThat(letters.stored).isEmpty();
    assertThat(world.deliver(sink, letters, batch, PER_RECORD).tally())
        .isEqualTo(tally(3, 0, 1, 1, 1));
    assertThat(letters.offsets()).containsExactly(1L);
  }

  @Test
  void aBatchThatIsSettledWritesItsLettersWhateverTheTriggerUnderstands() {
    ScriptedSink sink = World.refusingBad(world.time, 9);
    Batch batch = World.batch(records("good", "faulty"));
    assertThat(world.deliver(sink, letters, batch, WHOLE_BATCH).tally())
        .isEqualTo(tally(2, 1, 0, 1, 0));
  }

  @Test
  void mappingStopsWhenTimeIsUp() {
    Batch batch =
        new Batch(
            World.ORIGIN,
            record -> {
              world.time.sleep(Duration.ofSeconds(2));
              return World.PIPELINE.process(record);
            },
            Collections.nCopies(9, World.record(1, "filtered")));
    BatchReport report =
        world.deliver(
            World.refusingBad(world.time, 9), letters, batch, PER_RECORD, Duration.ofSeconds(10));
    assertThat(report.tally()).isEqualTo(tally(9, 0, 4, 0, 5));
    assertThat(report.held())
        .map(HeldRecord::why)
        .containsOnly("no time was left to map it: the invocation's time limit is near");
  }

  @Test
  void theSameRecordTwiceInABatchIsTwoRecords() {
    ScriptedSink sink = World.refusingBad(world.time, 9);
    List<SourceRecord> twice = Collections.nCopies(2, World.record(5, "good"));
    assertThat(world.deliver(sink, letters, twice).tally()).isEqualTo(tally(2, 2, 0, 0, 0));
  }
}
