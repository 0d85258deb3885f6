package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventRules;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;

/** Whether what came out of the pipeline is a document at all; then the rules of an event. */
final class EventDocument {
  private EventDocument() {}

  static EventRules.Verdict check(
      Message message, SourceRecord record, EventRules rules, EventOrigin origin) {
    if (!message.isStructured() && message.content().length == 0) {
      return invalid(
          record.isTombstone()
              ? "there is no event: the record is a tombstone, without a value"
              : "there is no event: the message is empty");
    }
    return switch (message.structured()) {
      case Obj document -> rules.check(document, origin);
      case Err error -> notJson(error);
      case Value other -> invalid("an event is an object, and this is of type " + other.kind());
    };
  }

  private static EventRules.Verdict notJson(Err error) {
    String text = "an event is a JSON object, and this is no JSON: ";
    return new EventRules.Invalid(
        new Reason(Reason.Kind.INVALID_EVENT, text + error.valueFree(), text + error.text()));
  }

  private static EventRules.Verdict invalid(String text) {
    return new EventRules.Invalid(Reason.of(Reason.Kind.INVALID_EVENT, text));
  }
}
