package io.usagecollector.core.processor;

import java.util.List;

/** One step of the pipeline. Thread-safe: what belongs to a batch is in its passage. */
public sealed interface Processor
    permits MappingProcessor,
        LogProcessor,
        MetricProcessor,
        TryProcessor,
        CatchProcessor,
        ForEachProcessor,
        StepsProcessor,
        SwitchProcessor,
        BranchProcessor,
        UnarchiveProcessor {
  /**
   * The batch as it goes on, in its order: messages that the step failed on are flagged, those that
   * it drops are gone, and what it takes apart stands where the whole stood.
   *
   * @param batch never empty, and never changed
   */
  List<Draft> apply(List<Draft> batch, Passage passage);

  /** Runs one step after the other, for as long as there is something to run them on. */
  static List<Draft> all(List<Processor> steps, List<Draft> batch, Passage passage) {
    List<Draft> at = batch;
    for (int i = 0; i < steps.size() && !at.isEmpty(); i++) {
      at = steps.get(i).apply(at, passage);
    }
    return at;
  }
}
