package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.source.MappedRecord;
import java.util.List;

/** Records to deliver, and what maps them. */
public record Batch(Origin origin, RecordPipeline pipeline, List<SourceRecord> records) {
  public List<Inbound> inbound(EventForm form) {
    return records.stream()
        .map(MappedRecord.with(origin, pipeline, form, System::nanoTime))
        .toList();
  }
}
