package io.usagecollector.core.config.component;

import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.record.ProcessorPipeline;
import io.usagecollector.core.record.RecordPipeline;
import java.util.List;

/** A file's processors, compiled. */
public final class CompiledProcessors {
  private final List<Processor> processors;
  private final List<CompiledMapping> mappings;

  public CompiledProcessors(List<Processor> processors, List<CompiledMapping> mappings) {
    this.processors = List.copyOf(processors);
    this.mappings = List.copyOf(mappings);
  }

  /** Every mapping in the file, in the order they are read. */
  public List<CompiledMapping> mappings() {
    return mappings;
  }

  /** The pipeline for one stream of records. */
  public RecordPipeline bind(StreamId stream, Measurements measurements) {
    return new ProcessorPipeline(processors, stream, measurements);
  }
}
