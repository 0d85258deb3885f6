package io.usagecollector.core.pipeline;

import io.usagecollector.core.event.StreamId;
import java.util.List;

/** A file's processors, compiled. */
public final class Program {
  private final List<Processor> processors;
  private final List<CompiledMapping> mappings;

  Program(List<Processor> processors, List<CompiledMapping> mappings) {
    this.processors = List.copyOf(processors);
    this.mappings = List.copyOf(mappings);
  }

  /** Every mapping in the file, in the order they are read. */
  public List<CompiledMapping> mappings() {
    return mappings;
  }

  RecordPipeline bind(StreamId stream, Measurements measurements) {
    return new ProcessorPipeline(processors, stream, measurements);
  }
}
