package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.core.place.ProcessorPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mapping}, {@code bloblang} and {@code mutation}: what differs is in how they compile. */
public record MappingProcessor(Mapping mapping, ProcessorPlace place) implements Processor {
  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    List<Message> messages = Draft.messages(batch);
    if (batch.size() == 1) {
      Draft mapped = mapped(batch.getFirst(), messages, 0, passage);
      return mapped == null ? List.of() : List.of(mapped);
    }
    var mapped = new ArrayList<Draft>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Draft draft = mapped(batch.get(i), messages, i, passage);
      if (draft != null) {
        mapped.add(draft);
      }
    }
    return mapped;
  }

  /** A step that succeeds does not heal what another broke: a mapping keeps a message's flag. */
  private @Nullable Draft mapped(Draft draft, List<Message> messages, int index, Passage passage) {
    return switch (mapping.apply(messages, index, passage.host(draft.ordinal()))) {
      case Result.Mapped(Message made) -> draft.with(made);
      case Result.Deleted _ -> null;
      case Result.Failed(Fault fault, Message left) -> draft.failed(left, fault, place);
    };
  }
}
