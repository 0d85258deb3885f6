package io.usagecollector.core.record;

import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;

/** Whether what came out of the pipeline is a document at all. */
final class EventDocument {
  private EventDocument() {}

  static Part part(int ordinal, Message message, SourceRecord record) {
    if (!message.isStructured() && message.content().length == 0) {
      return invalid(
          ordinal,
          record.isTombstone()
              ? "there is no event: the record is a tombstone, without a value"
              : "there is no event: the message is empty");
    }
    return switch (message.structured()) {
      case Obj document -> new Part.Ready(ordinal, document);
      case Err error -> notJson(ordinal, error);
      case Value other ->
          invalid(ordinal, "an event must be an object, and this is of type " + other.kind());
    };
  }

  private static Part notJson(int ordinal, Err error) {
    String text = "an event must be a JSON object, and this is no JSON: ";
    return new Part.Faulted(
        ordinal,
        new Reason(Reason.Kind.INVALID_EVENT, text + error.valueFree(), text + error.text()));
  }

  private static Part invalid(int ordinal, String text) {
    return new Part.Faulted(ordinal, Reason.of(Reason.Kind.INVALID_EVENT, text));
  }
}
