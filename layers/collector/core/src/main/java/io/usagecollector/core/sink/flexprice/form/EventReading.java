package io.usagecollector.core.sink.flexprice.form;

import static io.usagecollector.core.sink.flexprice.form.FlexpriceKeys.CUSTOMER;
import static io.usagecollector.core.sink.flexprice.form.FlexpriceKeys.EVENT_ID;
import static io.usagecollector.core.sink.flexprice.form.FlexpriceKeys.EVENT_NAME;
import static io.usagecollector.core.sink.flexprice.form.FlexpriceKeys.SOURCE;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.form.EventComplaints;
import io.usagecollector.core.sink.form.KnownKeys;
import io.usagecollector.core.sink.form.TimestampReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document, read key by key and written as the event that is sent. Of one thread. */
final class EventReading {
  private final EventComplaints complaints = new EventComplaints();
  private final List<Oddity> oddities = new ArrayList<>(0);
  private final KnownKeys fields;
  private final TimestampReading times;
  private final PropertiesReading measured;

  EventReading(MapObj document, List<String> quantities) {
    fields = new KnownKeys(document, FlexpriceKeys.ALL, complaints);
    times = new TimestampReading(FlexpriceKeys.TIMES, fields, complaints, oddities);
    measured = new PropertiesReading(fields, quantities, complaints, oddities);
  }

  Formed formed(EventOrigin origin) {
    Str name = fields.required(EVENT_NAME, FlexpriceIdentifier::fault);
    Str customer = fields.required(CUSTOMER, FlexpriceIdentifier::customerFault);
    Str id = eventId(origin);
    String timestamp = times.read(origin);
    Str source = source();
    Obj properties = measured.read();
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
    oddities.addAll(fields.leftOut());
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
      SentProperties.read(written.json(), written.properties(), measured::large);
    }
  }

  private Str eventId(EventOrigin origin) {
    Str id = fields.set(EVENT_ID);
    if (id == null) {
      return Str.of(origin.eventId());
    }
    fields.complain(EVENT_ID, FlexpriceIdentifier.fault(id));
    return id;
  }

  private @Nullable Str source() {
    Str source = fields.text(SOURCE);
    if (source != null) {
      fields.complain(SOURCE, FlexpriceIdentifier.fault(source));
    }
    return source;
  }
}
