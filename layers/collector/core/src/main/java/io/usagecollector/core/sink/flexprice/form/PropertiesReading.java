package io.usagecollector.core.sink.flexprice.form;

import static io.usagecollector.core.sink.flexprice.form.FlexpriceKeys.PROPERTIES;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.sink.form.EventComplaints;
import io.usagecollector.core.sink.form.KnownKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's properties, and the quantities among them.
 *
 * @param quantities the names of the properties that bill; empty where none are named
 */
record PropertiesReading(
    KnownKeys fields, List<String> quantities, EventComplaints complaints, List<Oddity> oddities) {
  /** The properties; null where there are none or, with a complaint, where they are no object. */
  @Nullable Obj read() {
    Value value = fields.value(PROPERTIES);
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

  /** Notes a number that the service reads otherwise, or not at all. */
  void large(String property, Magnitude magnitude) {
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
}
