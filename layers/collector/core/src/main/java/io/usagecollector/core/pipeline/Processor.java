package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Message;
import org.jspecify.annotations.Nullable;

/** One step of the pipeline. Thread-safe: what belongs to a record is in its passage. */
interface Processor {
  /** The message as it goes on, flagged if the step failed on it; null if the step drops it. */
  @Nullable Message apply(Message message, Passage passage);

  /** Runs one step after the other. */
  static @Nullable Message all(Iterable<Processor> steps, Message message, Passage passage) {
    Message at = message;
    for (Processor step : steps) {
      at = step.apply(at, passage);
      if (at == null) {
        return null;
      }
    }
    return at;
  }
}
