package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.sink.form.BillableTimes;
import io.usagecollector.core.sink.form.EventKeys;
import java.util.List;

/** The keys of Flexprice's events, and which times it bills. */
final class FlexpriceKeys {
  static final Str EVENT_NAME = Str.of("event_name");
  static final Str CUSTOMER = Str.of("external_customer_id");
  static final Str EVENT_ID = Str.of("event_id");
  static final Str TIMESTAMP = Str.of("timestamp");
  static final Str SOURCE = Str.of("source");
  static final Str PROPERTIES = Str.of("properties");

  static final EventKeys ALL =
      new EventKeys(
          List.of(EVENT_NAME, CUSTOMER, EVENT_ID, TIMESTAMP, SOURCE, PROPERTIES), TIMESTAMP);

  /** Flexprice keeps 32 bits of seconds. */
  static final BillableTimes TIMES =
      new BillableTimes(
          TIMESTAMP,
          false,
          0,
          (1L << 32) - 1,
          "1970-01-01T00:00:00Z to 2106-02-07T06:28:15Z,"
              + " outside of which Flexprice bills it at another time",
          "1970 to 2106");

  private FlexpriceKeys() {}
}
