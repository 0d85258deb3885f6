package io.usagecollector.core.delivery.outcome;

import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One place decides, out of the report, what a trigger is told. */
class AcknowledgerTest {
  private static final Outcome HELD = new Outcome.Held("no answer");
  private static final Outcome ACCEPTED = new Outcome.Accepted();

  private static SourceHandle record(long offset) {
    return new SourceHandle.KafkaRecord(new Coordinates("t", 0, offset));
  }

  /** Records at the offsets 0, 1, ... that ended so. */
  private static BatchReport report(Outcome... outcomes) {
    return report(
        IntStream.range(0, outcomes.length)
            .mapToObj(i -> new BatchReport.Settled(record(i), outcomes[i]))
            .toList());
  }

  private static BatchReport report(List<BatchReport.Settled> records) {
    List<Outcome> outcomes = records.stream().map(BatchReport.Settled::outcome).toList();
    Tally tally = Tally.of(records.size(), outcomes).orElseThrow();
    return new BatchReport(
        tally, records, List.of(), Traffic.NONE, AcceptedEvents.NONE, Warnings.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsNotHeldIsSettled(Acknowledger acknowledger) {
    BatchReport report =
        report(
            ACCEPTED,
            new Outcome.Filtered(),
            new Outcome.Deferred("no answer", Instant.EPOCH),
            new Outcome.DeadLettered(Reason.of(Reason.Kind.MAPPING_FAULT, "it is faulty")));
    assertThat(acknowledger.of(report)).isEqualTo(new Acknowledgement.Settled());
    assertThat(acknowledger.of(report())).isEqualTo(new Acknowledgement.Settled());
  }

  @Test
  void whereAListIsReadWhatIsHeldIsListedInOrderAndNothingElse() {
    assertThat(PER_RECORD.of(report(HELD, ACCEPTED, HELD)))
        .isEqualTo(new Acknowledgement.Listed(List.of(record(0), record(2))));
  }

  @Test
  void aRecordThatCameTwiceIsListedOnce() {
    var twice =
        List.of(new BatchReport.Settled(record(4), HELD), new BatchReport.Settled(record(4), HELD));
    assertThat(PER_RECORD.of(report(twice)))
        .isEqualTo(new Acknowledgement.Listed(List.of(record(4))));
  }

  @Test
  void aMessageOfAQueueIsListedWithItsReceipt() {
    var message = new SourceHandle.QueueMessage("m", "receipt");
    assertThat(PER_RECORD.of(report(List.of(new BatchReport.Settled(message, HELD)))))
        .isEqualTo(new Acknowledgement.Listed(List.of(message)));
  }

  @Test
  void whereNoListIsReadOneHeldRecordFailsTheBatch() {
    BatchReport report = report(ACCEPTED, ACCEPTED, HELD);
    assertThat(WHOLE_BATCH.of(report)).isEqualTo(new Acknowledgement.Failed(report));
  }
}
