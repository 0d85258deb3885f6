package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import java.util.List;

/** An event's time: the document's, or the record's where the document has none. */
public record TimestampReading(
    BillableTimes billable, KnownKeys fields, EventComplaints complaints, List<Oddity> oddities) {
  /** The time as it is sent; anything, with a complaint, where it cannot be sent. */
  public String read(EventOrigin origin) {
    int before = complaints.count();
    Str text = fields.set(billable.key());
    if (complaints.count() > before) {
      return "";
    }
    return text == null
        ? recordTime(EventTime.ofMillis(origin.timestampMillis()))
        : mapped(text.toString());
  }

  private String recordTime(EventTime time) {
    if (!billable.cover(time)) {
      complaints.add(
          billable.key() + " is not set, and the record's own is not within " + billable.years());
    } else if (!time.isPlausibleOfRecord()) {
      complaints.add(
          billable.key()
              + " is not set, and the record's own is before 2001, as where its producer writes"
              + " seconds for milliseconds: set root."
              + billable.key()
              + ", or mend the producer");
    }
    return time.sent();
  }

  private String mapped(String text) {
    String key = billable.key().toString();
    EventTime time = billable.read(text);
    if (time == null) {
      complaints.add(key, text, " must be RFC 3339, such as 2025-12-01T10:30:00Z");
      return "";
    }
    if (!billable.cover(time)) {
      complaints.add(key, text, " must be within " + billable.within());
    }
    if (time.rewritten()) {
      oddities.add(
          Oddity.of(
              EventWarning.TIMESTAMP_REWRITTEN,
              key + " is rewritten in the way the service reads it"));
    }
    return time.sent();
  }
}
