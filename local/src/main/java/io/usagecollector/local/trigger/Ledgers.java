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
  private final Faults faults;
  private final Random random;

  Ledgers(Map<TopicPartition, Long> start, HeldRecords held, Faults faults, Random random) {
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
  void settle(Batch batch, Verdict verdict) {
    Set<Place> notDone = notDone(batch.places(), verdict);
    batch.parcels().keySet().forEach(partition -> of(partition).settle(notDone));
    var done = new HashSet<>(batch.places());
    done.removeAll(notDone);
    held.done(done);
  }

  private Set<Place> notDone(Set<Place> places, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Success() -> repeated(places);
      case Verdict.Failure(String reason) -> failed(places, reason);
      case Verdict.Partial(Set<Place> named) -> failed(named, "listed in batchItemFailures");
    };
  }

  /**
   * Now and then a success is not heard of, and the batch comes again: at least once means that.
   */
  private Set<Place> repeated(Set<Place> places) {
    return random.nextDouble() < faults.duplicate() ? places : Set.of();
  }

  private Set<Place> failed(Set<Place> places, String reason) {
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
