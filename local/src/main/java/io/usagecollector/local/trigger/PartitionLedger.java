package io.usagecollector.local.trigger;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The books of one partition: which records wait, which are with a function, and up to where all
 * are done. A record leaves only when its invocation succeeded. Pure; not thread-safe.
 */
final class PartitionLedger {
  private final TopicPartition partition;
  private final NavigableMap<Long, Parcel> fresh = new TreeMap<>();
  private final NavigableMap<Long, Parcel> failed = new TreeMap<>();
  private final NavigableMap<Long, Parcel> inFlight = new TreeMap<>();
  private long end;

  PartitionLedger(TopicPartition partition, long start) {
    this.partition = partition;
    this.end = start;
  }

  TopicPartition partition() {
    return partition;
  }

  /** A record as it was read, after all that were read before. */
  void add(Parcel parcel) {
    fresh.put(parcel.place().offset(), parcel);
    end = parcel.place().offset() + 1;
  }

  /** A record was read that no function will ever see. */
  void skip(RecordPlace place) {
    end = place.offset() + 1;
  }

  /** At most one batch of a partition is under way. */
  boolean isBusy() {
    return !inFlight.isEmpty();
  }

  int waiting() {
    return fresh.size() + failed.size();
  }

  boolean hasFailed() {
    return !failed.isEmpty();
  }

  /**
   * What may be handed over next. While something failed, fresh records wait unless told to go on.
   */
  List<Parcel> candidates(boolean goOn) {
    if (isBusy()) {
      return List.of();
    }
    var candidates = new TreeMap<>(failed);
    if (failed.isEmpty() || goOn) {
      candidates.putAll(fresh);
    }
    return List.copyOf(candidates.values());
  }

  void handOver(Collection<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      long offset = parcel.place().offset();
      fresh.remove(offset);
      failed.remove(offset);
      inFlight.put(offset, parcel);
    }
  }

  /** The invocation is over: all but {@code notDone} of what it had is done. */
  void settle(Set<RecordPlace> notDone) {
    inFlight.values().stream()
        .filter(parcel -> notDone.contains(parcel.place()))
        .forEach(parcel -> failed.put(parcel.place().offset(), parcel));
    inFlight.clear();
  }

  /** The offset up to which every record is done: what may be committed. */
  long done() {
    return inFlight.isEmpty() ? handedOver() : Math.min(handedOver(), inFlight.firstKey());
  }

  /** The offset up to which every record was handed over, done or not. */
  long handedOver() {
    long first = fresh.isEmpty() ? end : fresh.firstKey();
    return failed.isEmpty() ? first : Math.min(first, failed.firstKey());
  }
}
