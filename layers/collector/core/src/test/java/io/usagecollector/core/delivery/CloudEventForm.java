package io.usagecollector.core.delivery;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.time.Instant;

/** CloudEvents in JSON, as another billing service takes them. */
final class CloudEventForm implements EventForm {
  @Override
  public Formed form(Obj document, EventOrigin origin) {
    Value type = document.get(Str.of("type"));
    Value subject = document.get(Str.of("subject"));
    if (!(type instanceof Str) || !(subject instanceof Str)) {
      return new Formed.Refused(
          Reason.of(Reason.Kind.INVALID_EVENT, "type and subject must be texts"));
    }
    String id = origin.eventId();
    String time = Instant.ofEpochMilli(origin.timestampMillis()).toString();
    MapObj event =
        new MapObj()
            .put(Str.of("specversion"), Str.of("1.0"))
            .put(Str.of("id"), Str.of(id))
            .put(Str.of("source"), Str.of(origin.stream().value()))
            .put(Str.of("time"), Str.of(time))
            .put(Str.of("type"), type)
            .put(Str.of("subject"), subject);
    Value data = document.get(Str.of("data"));
    if (data != null) {
      event.put(Str.of("data"), data);
    }
    return new Formed.Sendable(
        new UsageEvent(id, time, subject.toString(), type.toString(), Json.bytes(event)));
  }
}
