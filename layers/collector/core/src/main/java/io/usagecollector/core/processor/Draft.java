package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.place.ProcessorPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way through the steps: an event in the making. A batch is a list of drafts in
 * the order of their ordinals.
 *
 * @param ordinal the part's number in the record, counted when the record is taken apart and before
 *     any filter, so that what a mapping drops changes no other event's identity
 * @param message as the last step left it
 * @param failedAt the step whose fault the message carries, or null if it carries none
 */
public record Draft(int ordinal, Message message, @Nullable ProcessorPlace failedAt) {
  /** A draft that nothing has happened to. */
  public static Draft of(int ordinal, Message message) {
    return new Draft(ordinal, message, null);
  }

  boolean isFlagged() {
    return message.fault() != null;
  }

  /** The same draft with another message, which carries the same fault or none. */
  Draft with(Message changed) {
    return new Draft(ordinal, changed, failedAt);
  }

  /** What a step failed on. */
  Draft failed(Message left, Fault fault, ProcessorPlace place) {
    return new Draft(ordinal, left.withFault(fault), place);
  }

  /** Without its fault. */
  Draft healed() {
    return isFlagged() ? new Draft(ordinal, message.withFault(null), null) : this;
  }

  /** What mappings read as their batch. */
  static List<Message> messages(List<Draft> batch) {
    if (batch.size() == 1) {
      return List.of(batch.getFirst().message());
    }
    var messages = new ArrayList<Message>(batch.size());
    for (Draft draft : batch) {
      messages.add(draft.message());
    }
    return messages;
  }
}
