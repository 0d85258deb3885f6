package io.usagecollector.core.sink.openmeter.form;

import static io.usagecollector.core.sink.openmeter.form.Attributes.CONTENT_TYPE;
import static io.usagecollector.core.sink.openmeter.form.Attributes.DATA;
import static io.usagecollector.core.sink.openmeter.form.Attributes.ID;
import static io.usagecollector.core.sink.openmeter.form.Attributes.SCHEMA;
import static io.usagecollector.core.sink.openmeter.form.Attributes.SOURCE;
import static io.usagecollector.core.sink.openmeter.form.Attributes.SPECVERSION;
import static io.usagecollector.core.sink.openmeter.form.Attributes.SUBJECT;
import static io.usagecollector.core.sink.openmeter.form.Attributes.TYPE;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.form.EventComplaints;
import io.usagecollector.core.sink.form.KnownKeys;
import io.usagecollector.core.sink.form.TimestampReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One document, read attribute by attribute and written as the event that is sent. */
final class CloudEventReading {
  private static final Str VERSION = Str.of("1.0");
  private static final String JSON = "application/json";

  private final EventComplaints complaints = new EventComplaints();
  private final List<Oddity> oddities = new ArrayList<>(0);
  private final KnownKeys fields;
  private final Str usualSource;
  private final List<String> quantities;

  CloudEventReading(MapObj document, Str usualSource, List<String> quantities) {
    this.fields = new KnownKeys(document, Attributes.ALL, complaints);
    this.usualSource = usualSource;
    this.quantities = quantities;
  }

  Formed formed(EventOrigin origin) {
    version();
    Str type = fields.required(TYPE, Attributes::fault);
    Str subject = fields.required(SUBJECT, Attributes::fault);
    Str id = id(origin);
    Str source = source();
    String time = new TimestampReading(Attributes.TIMES, fields, complaints, oddities).read(origin);
    Str schema = schema();
    contentType();
    Obj data = data();
    if (complaints.any()) {
      return new Formed.Refused(complaints.reason());
    }
    var written = CloudEventJson.write(type, id, source, subject, time, schema, data);
    if (written == null) {
      complaints.add("data holds a number that is none (NaN or infinite)");
      return new Formed.Refused(complaints.reason());
    }
    weigh(written);
    if (complaints.any()) {
      return new Formed.Refused(complaints.reason());
    }
    oddities.addAll(fields.leftOut());
    return new Formed.Sendable(
        new UsageEvent(
            id.toString(), time, subject.toString(), type.toString(), written.json(), oddities));
  }

  /** The service knows one version, and calls any other an unsupported content type. */
  private void version() {
    Value version = fields.value(SPECVERSION);
    if (version != null && !version.equals(VERSION)) {
      oddities.add(
          Oddity.of(
              EventWarning.KEY_LEFT_OUT, "specversion is always 1.0: what is set is left out"));
    }
  }

  private Str id(EventOrigin origin) {
    Str id = fields.set(ID);
    if (id == null) {
      return Str.of(origin.eventId());
    }
    fields.complain(ID, Attributes.fault(id));
    return id;
  }

  private Str source() {
    Str source = fields.set(SOURCE);
    if (source == null) {
      return usualSource;
    }
    String fault = Attributes.fault(source);
    fields.complain(SOURCE, fault == null ? EventSource.fault(source.toString()) : fault);
    return source;
  }

  private @Nullable Str schema() {
    Str schema = fields.set(SCHEMA);
    if (schema != null) {
      String fault = Attributes.fault(schema);
      fields.complain(
          SCHEMA, fault == null ? EventSource.referenceFault(schema.toString()) : fault);
    }
    return schema;
  }

  /** It is what data is sent as, so it need not be said. */
  private void contentType() {
    Str type = fields.set(CONTENT_TYPE);
    if (type == null) {
      return;
    }
    String bare = type.toString().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.equals(JSON)) {
      complaints.add(CONTENT_TYPE.toString(), type.toString(), " can be application/json alone");
    }
  }

  private @Nullable Obj data() {
    Value data = fields.value(DATA);
    if (data != null && !(data instanceof Obj)) {
      complaints.add("data must be an object, and is a value of type " + data.kind());
      return null;
    }
    Obj object = data == null ? null : Members.set((Obj) data);
    for (String quantity : quantities) {
      if (MeteredNumber.isLost(object == null ? null : object.get(quantity))) {
        oddities.add(
            Oddity.of(
                EventWarning.BILLS_AS_ZERO,
                "the member "
                    + quantity
                    + " of data, which QUANTITY_PROPERTIES names, is missing or no number: it"
                    + " bills as 0"));
      }
    }
    return object;
  }

  /** What only the bytes show that are sent. */
  private void weigh(CloudEventJson.Written written) {
    int length = written.json().length;
    if (length > OpenMeterForm.MAX_BYTES) {
      complaints.add(
          "the event has " + length + " bytes, of " + OpenMeterForm.MAX_BYTES + " at most");
    }
    if (written.data() < 0) {
      return;
    }
    long weight = SentData.read(written.json(), written.data(), this::number);
    if (weight > OpenMeterForm.MAX_DATA) {
      complaints.add(
          "data weighs "
              + weight
              + " bytes, of "
              + OpenMeterForm.MAX_DATA
              + " at most: OpenMeter writes each of < > & in seven");
    }
  }

  private void number(String member, Precision precision) {
    switch (precision) {
      case KEPT -> {}
      case DIGITS_LOST -> {
        String text = " has more digits than OpenMeter keeps of a number: write it as a text";
        var oddity =
            new Oddity(
                EventWarning.DIGITS_LOST,
                "a member of data" + text,
                "the member " + member + " of data" + text);
        if (!oddities.contains(oddity)) {
          oddities.add(oddity);
        }
      }
      case UNREADABLE ->
          complaints.addNamed(
              "member of data",
              member,
              " holds a number larger than any that OpenMeter can read (1.8e308)");
    }
  }
}
