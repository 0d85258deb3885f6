package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code catch}: its steps, all of them, for a message that carries a fault, which is taken off
 * afterwards. Upstream so.
 */
record CatchProcessor(List<Processor> steps) implements Processor {
  @Override
  public @Nullable Message apply(Message message, Passage passage) {
    if (message.fault() == null) {
      return message;
    }
    Message caught = Processor.all(steps, message, passage);
    return caught == null ? null : caught.withFault(null);
  }
}
