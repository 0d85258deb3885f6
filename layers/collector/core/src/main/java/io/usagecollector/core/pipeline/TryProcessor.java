package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code try}: its steps in order, for as long as the message carries no fault. One that carries a
 * fault from before is let through untouched.
 */
record TryProcessor(List<Processor> steps) implements Processor {
  @Override
  public @Nullable Message apply(Message message, Passage passage) {
    Message at = message;
    for (Processor step : steps) {
      if (at.fault() != null) {
        return at;
      }
      at = step.apply(at, passage);
      if (at == null) {
        return null;
      }
    }
    return at;
  }
}
