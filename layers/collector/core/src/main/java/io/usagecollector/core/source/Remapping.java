package io.usagecollector.core.source;

import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How letters that hold no event are mapped: by the configuration of today.
 *
 * @param sink the billing service that is delivered to, as letters name it
 * @param mappingVersion names the configuration
 * @param pipelines its pipeline for the records of a stream
 * @param form what an event must be at the billing service
 * @param nanoTime a clock that never goes back, such as {@code System::nanoTime}
 */
public record Remapping(
    String sink,
    String mappingVersion,
    Function<StreamId, RecordPipeline> pipelines,
    EventForm form,
    LongSupplier nanoTime) {

  MappedRecord of(Letter letter) {
    StreamId stream = letter.origin().stream();
    return new MappedRecord(
        new Origin(stream, sink, mappingVersion),
        pipelines.apply(stream),
        form,
        nanoTime,
        letter.record());
  }
}
