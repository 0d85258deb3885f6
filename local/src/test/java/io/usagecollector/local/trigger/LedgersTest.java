package io.usagecollector.local.trigger;

import static io.usagecollector.local.trigger.Parcels.parcel;
import static io.usagecollector.local.trigger.Parcels.partition;
import static io.usagecollector.local.trigger.Parcels.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LedgersTest {
  private final HeldRecords held = new HeldRecords();

  private Ledgers ledgers(TriggerFaults faults) {
    var ledgers = new Ledgers(Map.of(partition(0), 10L), held, faults, new Random(1));
    ledgers.of(partition(0)).add(parcel(0, 10, 1));
    ledgers.of(partition(0)).add(parcel(0, 11, 1));
    return ledgers;
  }

  private static InvocationBatch handOver(Ledgers ledgers) {
    return new BatchCutter(10, TriggerFaults.NONE, new Random(1)).cut(ledgers.all());
  }

  private static Map<TopicPartition, Long> at(long offset) {
    return Map.of(partition(0), offset);
  }

  @Test
  void nothingIsCommittedBeforeTheOutcome() {
    var ledgers = ledgers(TriggerFaults.NONE);
    InvocationBatch batch = handOver(ledgers);
    assertThat(ledgers.committable()).isEqualTo(at(10));
    ledgers.settle(batch, new BatchVerdict.Success());
    assertThat(ledgers.committable()).isEqualTo(at(12));
  }

  @Test
  void aFailureHoldsTheBatchWithItsReason() {
    var ledgers = ledgers(TriggerFaults.NONE);
    ledgers.settle(handOver(ledgers), new BatchVerdict.Failure("why"));
    assertThat(ledgers.committable()).isEqualTo(at(10));
    assertThat(held.list())
        .containsExactly(new Held(place(0, 10), 1, "why"), new Held(place(0, 11), 1, "why"));
    ledgers.settle(handOver(ledgers), new BatchVerdict.Success());
    assertThat(held.list()).isEmpty();
  }

  @Test
  void aPartialFailureHoldsWhatItNames() {
    var ledgers = ledgers(TriggerFaults.NONE);
    ledgers.settle(handOver(ledgers), new BatchVerdict.Partial(Set.of(place(0, 11))));
    assertThat(ledgers.committable()).isEqualTo(at(11));
    assertThat(held.list()).extracting(Held::place).containsExactly(place(0, 11));
  }

  @Test
  void theBrokenMappingCommitsWhatItHandedOverAndForgetsFailures() {
    var ledgers = ledgers(TriggerFaults.NONE.withCommitBeforeOutcome());
    InvocationBatch batch = handOver(ledgers);
    assertThat(ledgers.committable()).isEqualTo(at(12));
    ledgers.settle(batch, new BatchVerdict.Failure("why"));
    assertThat(handOver(ledgers).isEmpty()).isTrue();
  }

  @Test
  void aRecordThatNoFunctionCanGetIsPassedBy() {
    var ledgers = ledgers(TriggerFaults.NONE);
    ledgers.of(partition(0)).skip(place(0, 12));
    ledgers.settle(handOver(ledgers), new BatchVerdict.Success());
    assertThat(ledgers.committable()).isEqualTo(at(13));
  }

  @Test
  void aBatchIsDueWhenFullOrWhenItsWindowEnds() {
    var window = new Window(Duration.ofSeconds(1));
    Instant start = Instant.EPOCH;
    assertThat(window.isDue(0, 10, start)).isFalse();
    assertThat(window.isDue(1, 10, start)).isFalse();
    assertThat(window.isDue(10, 10, start)).isTrue();
    assertThat(window.isDue(1, 10, start.plusMillis(999))).isFalse();
    assertThat(window.isDue(1, 10, start.plusMillis(1000))).isTrue();
  }

  @Test
  void aFailingPartitionPausesLongerAndLongerUpToSomeSeconds() {
    var backoff = new Backoff();
    backoff.failed(Set.of(partition(0)), 1, Instant.EPOCH);
    assertThat(backoff.mayGo(partition(0), Instant.EPOCH.plusMillis(99))).isFalse();
    assertThat(backoff.mayGo(partition(0), Instant.EPOCH.plusMillis(100))).isTrue();
    backoff.failed(Set.of(partition(0)), 50, Instant.EPOCH);
    assertThat(backoff.mayGo(partition(0), Instant.EPOCH.plusMillis(3199))).isFalse();
    assertThat(backoff.mayGo(partition(0), Instant.EPOCH.plusMillis(3200))).isTrue();
  }

  @Test
  void onDemandPollersCannotReportFailures() {
    assertThatThrownBy(
            () -> new MappingSettings(100, Duration.ZERO, MappingSettings.Mode.ON_DEMAND, true))
        .hasMessageContaining("needs provisioned pollers");
  }
}
