package io.usagecollector.simulation.kafka;

import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/** One partition: its records, its group's offset, and which poller reads it. */
final class PartitionLog {
  private final List<SourceRecord> records = new ArrayList<>();
  private long committed;
  private int owner;
  private int generation;

  void append(SourceRecord record) {
    records.add(record);
  }

  long end() {
    return records.size();
  }

  SourceRecord at(long offset) {
    return records.get((int) offset);
  }

  long committed() {
    return committed;
  }

  /** Offsets may go back: whoever commits last is believed. */
  void commit(long offset) {
    committed = offset;
  }

  boolean isOwnedBy(int poller) {
    return owner == poller;
  }

  /** Counts how often it went to another poller. */
  int generation() {
    return generation;
  }

  void assign(int poller) {
    owner = poller;
    generation++;
  }
}
