package io.usagecollector.core.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordGroupTest {
  @Test
  void recordsThatEndedAlikeAreOneLine() {
    BatchReport report =
        report(
            Stream.concat(
                Stream.of(7L, 4L, 5L, 6L, 12L, 6L).map(offset -> held(0, offset, "no answer")),
                Stream.of(held(1, 3, "no answer"), held(0, 9, "no time"))));
    assertThat(RecordGroup.held(report))
        .map(RecordGroup::toString)
        .containsExactly(
            "t/0/4-7,12 (5 records): no answer",
            "t/1/3 (1 record): no answer",
            "t/0/9 (1 record): no time");
  }

  @Test
  void manyRangesAreCutAfterTheTenth() {
    BatchReport report =
        report(Stream.iterate(0L, i -> i + 2).limit(11).map(offset -> held(0, offset, "w")));
    assertThat(RecordGroup.held(report))
        .map(RecordGroup::toString)
        .containsExactly("t/0/0,2,4,6,8,10,12,14,16,18,... (11 records): w");
  }

  @Test
  void aDeadLettersGroupTellsNoValue() {
    Reason reason = new Reason(Reason.Kind.MAPPING_FAULT, "safe", "secret");
    BatchReport.Settled settled =
        new BatchReport.Settled(
            new SourceHandle.KafkaRecord(new Coordinates("t", 0, 1)),
            new Outcome.DeadLettered(reason));
    assertThat(RecordGroup.deadLettered(report(Stream.of(settled))))
        .map(RecordGroup::toString)
        .containsExactly("t/0/1 (1 record): MAPPING_FAULT: safe");
  }

  @Test
  void messagesOfAQueueAreOneLineWithoutTheirReceipts() {
    Outcome later = new Outcome.Deferred("no answer", Instant.EPOCH);
    BatchReport report =
        report(
            Stream.of("a", "b")
                .map(id -> new SourceHandle.QueueMessage(id, "receipt"))
                .map(handle -> new BatchReport.Settled(handle, later)));
    assertThat(RecordGroup.deferred(report))
        .map(RecordGroup::toString)
        .containsExactly("message a,b (2 records): no answer");
  }

  private static BatchReport.Settled held(int partition, long offset, String why) {
    return new BatchReport.Settled(
        new SourceHandle.KafkaRecord(new Coordinates("t", partition, offset)),
        new Outcome.Held(why));
  }

  private static BatchReport report(Stream<BatchReport.Settled> records) {
    List<BatchReport.Settled> all = records.toList();
    return new BatchReport(
        Tally.allHeld(all.size()),
        all,
        List.of(),
        Traffic.NONE,
        AcceptedEvents.NONE,
        Warnings.NONE);
  }
}
