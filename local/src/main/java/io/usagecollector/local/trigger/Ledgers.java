package io.usagecollector.local.trigger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The books of all partitions: applies verdicts, and knows what may be committed. Pure: by seed.
 */
final class Ledgers {
  private final Map<TopicPartition, PartitionLedger> ledgers = new HashMap<>();
  private final HeldRecords held;
  private final TriggerFaults faults;
  private final Random random;

  Ledgers(Map<TopicPartition, Long> start, HeldRecords held, TriggerFaults faults, Random random) {
    start.forEach((partition, at) -> ledgers.put(partition, new PartitionLedger(partition, at)));
    this.held = held;
    this.faults = faults;
    this.random = random;
  }

  PartitionLedger of(TopicPartition partition) {
    PartitionLedger ledger = ledgers.get(partition);
    if (ledger == null) {
      throw new IllegalStateException(partition + " is not ours");
    }
    return ledger;
  }

  Collection<PartitionLedger> all() {
    return ledgers.values();
  }

  /** Books the end of an invocation. */
  void settle(InvocationBatch batch, BatchVerdict verdict) {
    Set<RecordPlace> notDone = notDone(batch.places(), verdict);
    batch.parcels().keySet().forEach(partition -> of(partition).settle(notDone));
    var done = new HashSet<>(batch.places());
    done.removeAll(notDone);
    held.done(done);
  }

  private Set<RecordPlace> notDone(Set<RecordPlace> places, BatchVerdict verdict) {
    return switch (verdict) {
      case BatchVerdict.Success() -> repeated(places);
      case BatchVerdict.Failure(String reason) -> failed(places, reason);
      case BatchVerdict.Partial(Set<RecordPlace> named) ->
          failed(named, "listed in batchItemFailures");
    };
  }

  /**
   * Now and then a success is not heard of, and the batch comes again: at least once means that.
   */
  private Set<RecordPlace> repeated(Set<RecordPlace> places) {
    return random.nextDouble() < faults.duplicate() ? places : Set.of();
  }

  private Set<RecordPlace> failed(Set<RecordPlace> places, String reason) {
    if (faults.commitBeforeOutcome()) {
      return Set.of();
    }
    held.failed(places, reason);
    return places;
  }

  Map<TopicPartition, Long> committable() {
    var offsets = new HashMap<TopicPartition, Long>();
    ledgers.forEach((partition, ledger) -> offsets.put(partition, committable(ledger)));
    return offsets;
  }

  private long committable(PartitionLedger ledger) {
    return faults.commitBeforeOutcome() ? ledger.handedOver() : ledger.done();
  }

  /** The partitions with fewer than so many records waiting. */
  List<TopicPartition> below(int waiting) {
    return ledgers.values().stream()
        .filter(ledger -> ledger.waiting() < waiting)
        .map(PartitionLedger::partition)
        .toList();
  }
}
