package io.usagecollector.core.sink.flexprice.form;

import static io.usagecollector.core.sink.flexprice.form.EventKeys.CUSTOMER;
import static io.usagecollector.core.sink.flexprice.form.EventKeys.EVENT_ID;
import static io.usagecollector.core.sink.flexprice.form.EventKeys.EVENT_NAME;
import static io.usagecollector.core.sink.flexprice.form.EventKeys.PROPERTIES;
import static io.usagecollector.core.sink.flexprice.form.EventKeys.SOURCE;
import static io.usagecollector.core.sink.flexprice.form.EventKeys.TIMESTAMP;

import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document, read key by key and written as the event that is sent. Of one thread. */
final class EventReading {
  private final MapObj document;
  private final List<String> quantities;
  private final EventComplaints complaints = new EventComplaints();
  private final List<Oddity> oddities = new ArrayList<>(0);
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
    Str source = source();
    Obj properties = properties();
    if (complaints.any()) {
      return new Formed.Refused(complaints.reason());
    }
    var written = EventJson.write(name, customer, id, timestamp, source, properties);
    if (written == null) {
      complaints.add("properties hold a number that is none (NaN or infinite)");
      return new Formed.Refused(complaints.reason());
    }
    weigh(written);
    return complaints.any()
        ? new Formed.Refused(complaints.reason())
        : new Formed.Sendable(event(name, customer, id, timestamp, written.json()));
  }

  private UsageEvent event(Str name, Str customer, Str id, String timestamp, byte[] json) {
    if (document.size() > known) {
      oddities.addAll(EventKeys.leftOut(document));
    }
    return new UsageEvent(
        id.toString(), timestamp, customer.toString(), name.toString(), json, oddities);
  }

  /** What only the bytes show that are sent. */
  private void weigh(EventJson.Written written) {
    int length = written.json().length;
    if (length > FlexpriceForm.MAX_BYTES) {
      complaints.add(
          "the event has " + length + " bytes, of " + FlexpriceForm.MAX_BYTES + " at most");
    }
    if (written.properties() >= 0) {
      SentProperties.read(written.json(), written.properties(), this::large);
    }
  }

  private void large(String property, Magnitude magnitude) {
    switch (magnitude) {
      case FITS -> {}
      case MAY_WRAP -> mayWrap(property);
      case UNBEARABLE ->
          complaints.addNamed(
              "property",
              property,
              " is 1e23 or more, at which Flexprice's metering stops for every customer");
      case BEYOND_FLOAT ->
          complaints.addNamed(
              "property", property, " is larger than any number Flexprice can read (1.8e308)");
    }
  }

  private void mayWrap(String property) {
    if (quantities.isEmpty() || quantities.contains(property)) {
      String text = " is 92233720368 or more, at which Flexprice may bill another amount";
      String named = "the property " + property + text;
      // A name that QUANTITY_PROPERTIES holds is no event's own word.
      String safe = quantities.isEmpty() ? "a property" + text : named;
      oddities.add(new Oddity(EventWarning.QUANTITY_MAY_WRAP, safe, named));
    }
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
            key + " is a value of type " + other.kind() + ", not a string: " + advice(key, other));
        yield null;
      }
    };
  }

  private static String advice(Str key, Value value) {
    return switch (value) {
      case Num number when key.equals(TIMESTAMP) -> TimestampAdvice.of(number);
      case Bin _ -> "use .string(), or .encode(\"hex\") for bytes that are no text";
      default -> "use .string()";
    };
  }

  /** A text that is there and not blank, or null. */
  private @Nullable Str set(Str key) {
    Str text = text(key);
    return text == null || Blank.is(text.toString()) ? null : text;
  }

  private Str required(Str key) {
    int before = complaints.count();
    Str text = set(key);
    if (text == null) {
      if (complaints.count() == before) {
        complaints.add(key + absent(key));
      }
      return Str.EMPTY;
    }
    complain(key, key.equals(CUSTOMER) ? Identifier.customerFault(text) : Identifier.fault(text));
    return text;
  }

  private String absent(Str key) {
    Value value = document.get(key);
    if (value != null && !value.isNullish()) {
      return " is blank";
    }
    Str close = EventKeys.closeTo(key, document);
    return close == null
        ? " is missing"
        : " is missing: " + close + " is there, and is no key of an event";
  }

  private void complain(Str key, @Nullable String fault) {
    if (fault != null) {
      complaints.add(key + fault);
    }
  }

  private Str eventId(EventOrigin origin) {
    Str id = set(EVENT_ID);
    if (id == null) {
      return Str.of(origin.eventId());
    }
    complain(EVENT_ID, Identifier.fault(id));
    return id;
  }

  private @Nullable Str source() {
    Str source = text(SOURCE);
    if (source != null) {
      complain(SOURCE, Identifier.fault(source));
    }
    return source;
  }

  private String timestamp(EventOrigin origin) {
    int before = complaints.count();
    Str text = set(TIMESTAMP);
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
    } else if (!time.isPlausibleOfRecord()) {
      complaints.add(
          "timestamp is not set, and the record's own is before 2001, as where its producer writes"
              + " seconds for milliseconds: set root.timestamp, or mend the producer");
    }
    return time.sent();
  }

  private String mapped(String text) {
    EventTime time = EventTime.read(text);
    if (time == null) {
      complaints.add("timestamp", text, " must be RFC 3339, such as 2025-12-01T10:30:00Z");
      return "";
    }
    if (!time.isBillable()) {
      complaints.add(
          "timestamp",
          text,
          " must be within 1970-01-01T00:00:00Z to 2106-02-07T06:28:15Z,"
              + " outside of which Flexprice bills it at another time");
    }
    if (time.rewritten()) {
      oddities.add(
          Oddity.of(
              EventWarning.TIMESTAMP_REWRITTEN,
              "timestamp is rewritten in the way the service reads it"));
    }
    return time.sent();
  }

  private @Nullable Obj properties() {
    Value value = value(PROPERTIES);
    if (value != null && !(value instanceof Obj)) {
      complaints.add("properties must be an object, and is a value of type " + value.kind());
      return null;
    }
    Obj properties = (Obj) value;
    for (String quantity : quantities) {
      if (Quantity.isLost(properties == null ? null : properties.get(quantity))) {
        oddities.add(
            Oddity.of(
                EventWarning.BILLS_AS_ZERO,
                "the property "
                    + quantity
                    + ", which QUANTITY_PROPERTIES names, is missing, negative or no number: it"
                    + " bills as 0"));
      }
    }
    return properties;
  }
}
