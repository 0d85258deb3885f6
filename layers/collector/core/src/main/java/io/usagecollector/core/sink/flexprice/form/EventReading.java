package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One document, read key by key and written as the event that is sent. Of one thread. */
final class EventReading {
  private static final Str EVENT_NAME = Str.of("event_name");
  private static final Str CUSTOMER = Str.of("external_customer_id");
  private static final Str EVENT_ID = Str.of("event_id");
  private static final Str TIMESTAMP = Str.of("timestamp");
  private static final Str SOURCE = Str.of("source");
  private static final Str PROPERTIES = Str.of("properties");

  private final MapObj document;
  private final List<String> quantities;
  private final Complaints complaints = new Complaints();
  private @Nullable Set<EventWarning> warnings;
  private int known;

  EventReading(MapObj document, List<String> quantities) {
    this.document = document;
    this.quantities = quantities;
  }

  Formed formed(EventOrigin origin) {
    Str name = required(EVENT_NAME);
    Str customer = required(CUSTOMER);
    Str id = eventId(origin);
    String timestamp = timestamp(origin);
    Str source = text(SOURCE);
    Obj properties = properties();
    if (complaints.any()) {
      return new Formed.Refused(complaints.reason());
    }
    byte[] json = EventJson.write(name, customer, id, timestamp, source, properties);
    if (json == null) {
      complaints.add("properties hold a number that is none (NaN or infinite)");
    } else if (json.length > FlexpriceForm.MAX_BYTES) {
      complaints.add(
          "the event has " + json.length + " bytes, of " + FlexpriceForm.MAX_BYTES + " at most");
    }
    return json == null || complaints.any()
        ? new Formed.Refused(complaints.reason())
        : new Formed.Sendable(event(name, customer, id, timestamp, json));
  }

  private UsageEvent event(Str name, Str customer, Str id, String timestamp, byte[] json) {
    if (document.size() > known) {
      warn(EventWarning.KEY_LEFT_OUT);
    }
    Set<EventWarning> found = warnings == null ? Set.of() : warnings;
    return new UsageEvent(
        id.toString(), timestamp, customer.toString(), name.toString(), json, found);
  }

  private @Nullable Value value(Str key) {
    Value value = document.get(key);
    if (value == null) {
      return null;
    }
    known++;
    return value.isNullish() ? null : value;
  }

  /** A text, or null where it is not set or, with a complaint, is something else. */
  private @Nullable Str text(Str key) {
    return switch (value(key)) {
      case null -> null;
      case Str text -> text;
      case Time time -> Str.of(time.toString());
      case Value other -> {
        complaints.add(
            key + " is a value of type " + other.kind() + ", not a string: use .string()");
        yield null;
      }
    };
  }

  private Str required(Str key) {
    int before = complaints.count();
    Str text = text(key);
    if (text == null || Blank.is(text.toString())) {
      if (complaints.count() == before) {
        complaints.add(key + (text == null ? " is missing" : " is blank"));
      }
      return Str.EMPTY;
    }
    return wellFormed(key, text);
  }

  /** Broken UTF-8 would be sent as replacement characters, and names that differ become one. */
  private Str wellFormed(Str key, Str text) {
    if (text.toString().indexOf('\uFFFD') >= 0) {
      complaints.add(key + " is not valid UTF-8");
    }
    return text;
  }

  private Str eventId(EventOrigin origin) {
    Str id = text(EVENT_ID);
    return id == null || Blank.is(id.toString())
        ? Str.of(origin.eventId())
        : wellFormed(EVENT_ID, id);
  }

  private String timestamp(EventOrigin origin) {
    int before = complaints.count();
    Str text = text(TIMESTAMP);
    if (complaints.count() > before) {
      return "";
    }
    return text == null
        ? recordTime(EventTime.ofMillis(origin.timestampMillis()))
        : mapped(text.toString());
  }

  private String recordTime(EventTime time) {
    if (!time.isBillable()) {
      complaints.add("timestamp is not set, and the record's own is not within 1970 to 2106");
    }
    return time.sent();
  }

  private String mapped(String text) {
    EventTime time = EventTime.read(text);
    if (time == null) {
      complaints.add("timestamp", text, " is not RFC 3339, such as 2025-12-01T10:30:00Z");
      return "";
    }
    if (!time.isBillable()) {
      complaints.add(
          "timestamp",
          text,
          " is not within 1970-01-01T00:00:00Z to 2106-02-07T06:28:15Z,"
              + " outside of which Flexprice bills it at another time");
    }
    if (time.rewritten()) {
      warn(EventWarning.TIMESTAMP_REWRITTEN);
    }
    return time.sent();
  }

  private @Nullable Obj properties() {
    Value value = value(PROPERTIES);
    if (value != null && !(value instanceof Obj)) {
      complaints.add("properties is a value of type " + value.kind() + ", not an object");
      return null;
    }
    Obj properties = (Obj) value;
    for (String quantity : quantities) {
      if (Quantity.isLost(properties == null ? null : properties.get(quantity))) {
        warn(EventWarning.BILLS_AS_ZERO);
      }
    }
    return properties;
  }

  private void warn(EventWarning warning) {
    Set<EventWarning> found = warnings;
    if (found == null) {
      found = EnumSet.noneOf(EventWarning.class);
      warnings = found;
    }
    found.add(warning);
  }
}
