package io.usagecollector.local.trigger;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;

/** Parcels as tests need them. */
final class Parcels {
  /** When the record at offset 0 was read; the next one a second later, and so on. */
  static final Instant READ = Instant.parse("2026-01-01T00:00:00Z");

  private Parcels() {}

  static TopicPartition partition(int number) {
    return new TopicPartition("usage-events", number);
  }

  static RecordPlace place(int partition, long offset) {
    return new RecordPlace(partition(partition), offset);
  }

  static Parcel parcel(int partition, long offset, int bytes) {
    return new Parcel(place(partition, offset), new byte[bytes], READ.plusSeconds(offset));
  }

  static PartitionLedger ledger(int partition, int records, int bytes) {
    var ledger = new PartitionLedger(partition(partition), 0);
    LongStream.range(0, records).forEach(offset -> ledger.add(parcel(partition, offset, bytes)));
    return ledger;
  }

  static List<Long> offsets(List<Parcel> parcels) {
    return parcels.stream().map(parcel -> parcel.place().offset()).toList();
  }
}
