package io.usagecollector.local.census;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.local.billing.BillableEvent;

/** What one service bills of an event that it is sent. */
@FunctionalInterface
public interface EventReading {
  BillableEvent read(UsageEvent event);
}
