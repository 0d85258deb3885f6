package io.usagecollector.simulation.kafka;

import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a poller knows of a partition that it reads: how far it came, and what is not settled. */
final class Claim {
  private final PartitionLog partition;
  private final int generation;
  private final TreeMap<Long, SourceRecord> open = new TreeMap<>();
  private long next;

  Claim(PartitionLog partition) {
    this.partition = partition;
    this.generation = partition.generation();
    this.next = partition.committed();
  }

  boolean isStale() {
    return generation != partition.generation();
  }

  /** Records that are not settled, then such as were not read yet. */
  List<SourceRecord> take(int most) {
    while (open.size() < most && next < partition.end()) {
      open.put(next, partition.at(next));
      next++;
    }
    List<SourceRecord> some = new ArrayList<>(open.values());
    return some.subList(0, Math.clamp(most, 0, some.size()));
  }

  /** A record that was settled before, if there is one. */
  SourceRecord before(long offset) {
    return partition.at(offset);
  }

  long read() {
    return next;
  }

  void settled(long offset) {
    open.remove(offset);
  }

  /** All below it is settled. */
  void commit() {
    partition.commit(open.isEmpty() ? next : open.firstKey());
  }
}
