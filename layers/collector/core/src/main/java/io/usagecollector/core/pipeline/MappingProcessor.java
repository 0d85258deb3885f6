package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import org.jspecify.annotations.Nullable;

/** {@code mapping}, {@code bloblang} and {@code mutation}: what differs is in how they compile. */
record MappingProcessor(Mapping mapping, Place place) implements Processor {
  @Override
  public @Nullable Message apply(Message message, Passage passage) {
    return switch (mapping.apply(message, passage.host())) {
      case Result.Mapped(Message mapped) -> keepFlag(message, mapped);
      case Result.Deleted _ -> null;
      case Result.Failed(Fault fault, Message left) -> {
        passage.failed(place);
        yield left.withFault(fault);
      }
    };
  }

  /** A step that succeeds does not heal what another broke: only {@code catch} does. */
  private static Message keepFlag(Message before, Message mapped) {
    Fault fault = before.fault();
    return fault == null || mapped.fault() != null ? mapped : mapped.withFault(fault);
  }
}
