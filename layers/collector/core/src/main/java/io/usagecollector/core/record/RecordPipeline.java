package io.usagecollector.core.record;

import io.usagecollector.core.event.SourceRecord;
import java.util.List;

/** A compiled pipeline: a pure function of the record. Thread-safe. */
@FunctionalInterface
public interface RecordPipeline {
  /**
   * The parts of a record, never empty, in the order of their ordinals. Throws nothing for bad
   * input.
   */
  List<Part> process(SourceRecord record);
}
