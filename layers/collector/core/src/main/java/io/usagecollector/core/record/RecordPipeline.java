package io.usagecollector.core.record;

import io.usagecollector.bloblang.TimeLimit;
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

  /**
   * As {@link #process(SourceRecord)}, for as long as there is time. A pipeline that takes none has
   * no use for it.
   *
   * @param time until when its mappings may run. If that comes before they are through, the record
   *     is one part as a whole, faulted with {@link
   *     io.usagecollector.core.event.Reason.Kind#OUT_OF_TIME}: with more time, it may pass.
   */
  default List<Part> process(SourceRecord record, TimeLimit time) {
    return process(record);
  }
}
