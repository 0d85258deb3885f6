package io.usagecollector.core.sink.flexprice.form;

import static io.usagecollector.core.sink.flexprice.form.EventKeys.TIMESTAMP;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import java.util.List;

/** An event's time: the document's, or the record's where the document has none. */
record TimestampReading(KnownKeys fields, EventComplaints complaints, List<Oddity> oddities) {
  /** The time as it is sent; anything, with a complaint, where it cannot be sent. */
  String read(EventOrigin origin) {
    int before = complaints.count();
    Str text = fields.set(TIMESTAMP);
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
}
