package io.usagecollector.core.delivery;

import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.RecordPipeline;
import java.util.List;

/**
 * Records to deliver, of any partitions, in any order.
 *
 * @param origin what they have in common
 * @param pipeline what maps them
 * @param records the records
 */
public record Batch(Origin origin, RecordPipeline pipeline, List<SourceRecord> records) {
  public Batch {
    records = List.copyOf(records);
  }
}
