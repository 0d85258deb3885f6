package io.usagecollector.local.census;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.tooling.billing.FormedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Runs a record through the user's own mapping, once, apart from all delivery: nobody but the
 * mapping can say what a user's event should come to.
 */
public record MappedReader(
    RecordPipeline pipeline, EventForm form, EventReading reading, StreamId stream)
    implements ExpectationReader {
  @Override
  public Expectation read(ConsumerRecord<byte[], byte[]> record) {
    var events = new ArrayList<BillableEvent>();
    for (FormedPart part : FormedPart.of(pipeline, form, stream, source(record))) {
      switch (part) {
        case FormedPart.Ready ready -> events.add(reading.read(ready.event()));
        case FormedPart.Filtered _ -> {}
        case FormedPart.Faulted _ -> {
          return new Expectation.Undeliverable();
        }
      }
    }
    return new Expectation.Billable(events);
  }

  private static SourceRecord source(ConsumerRecord<byte[], byte[]> record) {
    List<RecordHeader> headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .map(header -> new RecordHeader(header.key(), header.value()))
            .toList();
    return new SourceRecord(
        new Coordinates(record.topic(), record.partition(), record.offset()),
        record.timestamp(),
        record.key(),
        record.value(),
        headers);
  }
}
