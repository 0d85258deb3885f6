package io.usagecollector.local.census;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.local.billing.BillableEvent;

/** What Flexprice bills: an event of an id and a time once. */
public final class FlexpriceReading implements EventReading {
  @Override
  public BillableEvent read(UsageEvent event) {
    return new BillableEvent(
        event.externalCustomerId(),
        event.eventName(),
        event.eventId() + " " + event.timestamp(),
        SentJson.quantities(SentJson.of(event).path("properties"), Quantities::of));
  }
}
