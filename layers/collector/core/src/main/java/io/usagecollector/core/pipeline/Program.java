package io.usagecollector.core.pipeline;

import io.usagecollector.core.event.EventRules;
import io.usagecollector.core.event.StreamId;
import java.util.List;

/** A file's processors, compiled. */
public final class Program {
  private final List<Processor> processors;
  private final EventRules rules;

  Program(List<Processor> processors, EventRules rules) {
    this.processors = List.copyOf(processors);
    this.rules = rules;
  }

  RecordPipeline bind(StreamId stream, Measurements measurements) {
    return new ProcessorPipeline(processors, rules, stream, measurements);
  }
}
