package io.usagecollector.core.sink.openmeter.form;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.sink.form.BillableTimes;
import io.usagecollector.core.sink.form.EventKeys;
import io.usagecollector.core.sink.form.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of OpenMeter's events, and which times it bills. */
final class Attributes {
  static final Str SPECVERSION = Str.of("specversion");
  static final Str TYPE = Str.of("type");
  static final Str ID = Str.of("id");
  static final Str SOURCE = Str.of("source");
  static final Str SUBJECT = Str.of("subject");
  static final Str TIME = Str.of("time");
  static final Str DATA = Str.of("data");
  static final Str CONTENT_TYPE = Str.of("datacontenttype");
  static final Str SCHEMA = Str.of("dataschema");

  /**
   * An extension attribute is none of these: Konnect refuses it, a server of one's own drops it.
   */
  static final EventKeys ALL =
      new EventKeys(
          List.of(SPECVERSION, TYPE, ID, SOURCE, SUBJECT, TIME, DATA, CONTENT_TYPE, SCHEMA), TIME);

  /** OpenMeter drops events up to 1970, and its table wraps around in 2106. */
  static final BillableTimes TIMES =
      new BillableTimes(
          TIME,
          true,
          31_536_000L,
          4_291_747_199L,
          "1971-01-01T00:00:00Z to 2105-12-31T23:59:59Z,"
              + " outside of which OpenMeter drops it or bills it at another time",
          "1971 to 2105");

  private Attributes() {}

  /** What is wrong with a text that events are told apart by, or null. */
  static @Nullable String fault(Str text) {
    return Identifier.fault(text, "OpenMeter");
  }
}
