package io.usagecollector.local.trigger;

import static io.usagecollector.local.trigger.Parcels.ledger;
import static io.usagecollector.local.trigger.Parcels.offsets;
import static io.usagecollector.local.trigger.Parcels.partition;
import static io.usagecollector.local.trigger.Parcels.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.lambda.PayloadLimit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchCutterTest {
  private static BatchCutter cutter(int batchSize, TriggerFaults faults, long seed) {
    return new BatchCutter(batchSize, faults, new Random(seed));
  }

  @Test
  void aBatchMixesPartitionsUpToItsSize() {
    InvocationBatch batch =
        cutter(5, TriggerFaults.NONE, 1).cut(List.of(ledger(0, 3, 10), ledger(1, 3, 10)));
    assertThat(batch.size()).isEqualTo(5);
    assertThat(batch.parcels()).hasSize(2);
  }

  @Test
  void aBatchEndsAtWhatAnInvocationCanCarry() {
    int third = PayloadLimit.RECORDS / 3;
    InvocationBatch batch = cutter(100, TriggerFaults.NONE, 1).cut(List.of(ledger(0, 5, third)));
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.toEvent(new EventSource("arn", "127.0.0.1:9092")).length)
        .isLessThan(PayloadLimit.INVOCATION);
  }

  @Test
  void aBatchSaysWhatEndedIt() {
    assertThat(cutBy(6, 10)).isEqualTo(CutBy.COUNT);
    assertThat(cutBy(5, 10)).isEqualTo(CutBy.COUNT);
    assertThat(cutBy(4, 10)).isEqualTo(CutBy.PERIOD);
    assertThat(cutBy(4, PayloadLimit.RECORDS / 3)).isEqualTo(CutBy.SIZE);
    assertThat(cutBy(2, PayloadLimit.RECORDS / 3)).isEqualTo(CutBy.PERIOD);
  }

  private static CutBy cutBy(int records, int bytes) {
    return cutter(5, TriggerFaults.NONE, 1).cut(List.of(ledger(0, records, bytes))).cutBy();
  }

  @Test
  void aFullBatchIsFullHoweverLargeTheNextRecordWouldBe() {
    int third = PayloadLimit.RECORDS / 3;
    InvocationBatch batch = cutter(2, TriggerFaults.NONE, 1).cut(List.of(ledger(0, 5, third)));
    assertThat(batch.cutBy()).isEqualTo(CutBy.COUNT);
  }

  @Test
  void aBatchIsAsOldAsTheFirstOfItsRecords() {
    var ledger = ledger(0, 9, 10);
    ledger.handOver(ledger.candidates(true).subList(0, 3));
    ledger.settle(Set.of());
    assertThat(cutter(5, TriggerFaults.NONE, 1).cut(List.of(ledger)).firstRead())
        .isEqualTo(Parcels.READ.plusSeconds(3));
  }

  @Test
  void aPartitionUnderWayIsLeftOut() {
    var busy = ledger(0, 5, 10);
    cutter(2, TriggerFaults.NONE, 1).cut(List.of(busy));
    assertThat(cutter(2, TriggerFaults.NONE, 1).cut(List.of(busy)).isEmpty()).isTrue();
  }

  @Test
  void laterRecordsWaitForAFailedOneOrGoOnBySeed() {
    assertThat(afterAFailure(TriggerFaults.NONE)).containsExactly(1L);
    assertThat(afterAFailure(new TriggerFaults(0, 0, 1, 0, 0, false))).containsExactly(1L, 3L, 4L);
  }

  private static List<Long> afterAFailure(TriggerFaults faults) {
    var ledger = ledger(0, 5, 10);
    cutter(3, faults, 1).cut(List.of(ledger));
    ledger.settle(Set.of(place(0, 1)));
    return offsets(cutter(3, faults, 1).cut(List.of(ledger)).parcels().get(partition(0)));
  }

  @Property(tries = 300)
  void whateverFailsEveryRecordIsDoneInTheEndAndNoCommitPassesAnOpenOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int records,
      @ForAll @IntRange(min = 1, max = 7) int batchSize) {
    var random = new Random(seed);
    var ledgers = List.of(ledger(0, records, 10), ledger(1, records / 2, 10));
    var cutter = cutter(batchSize, TriggerFaults.USUAL, seed);
    var open = new HashSet<RecordPlace>();
    ledgers.forEach(ledger -> ledger.candidates(true).forEach(p -> open.add(p.place())));
    while (!open.isEmpty()) {
      InvocationBatch batch = cutter.cut(ledgers);
      assertThat(batch.isEmpty()).isFalse();
      batch.parcels().values().forEach(parcels -> assertThat(offsets(parcels)).isSorted());
      Set<RecordPlace> failed = someOf(batch.places(), random);
      ledgers.forEach(ledger -> ledger.settle(failed));
      batch.places().stream().filter(place -> !failed.contains(place)).forEach(open::remove);
      ledgers.forEach(ledger -> assertCommitStopsAtTheFirstOpen(ledger, open));
    }
  }

  private static Set<RecordPlace> someOf(Set<RecordPlace> places, Random random) {
    boolean all = random.nextInt(3) == 0;
    return places.stream()
        .filter(place -> all || random.nextInt(4) == 0)
        .collect(Collectors.toSet());
  }

  private static void assertCommitStopsAtTheFirstOpen(
      PartitionLedger ledger, Set<RecordPlace> open) {
    open.stream()
        .filter(place -> place.partition().equals(ledger.partition()))
        .mapToLong(RecordPlace::offset)
        .min()
        .ifPresent(first -> assertThat(ledger.done()).isEqualTo(first));
  }
}
