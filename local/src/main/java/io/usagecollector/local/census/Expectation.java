package io.usagecollector.local.census;

import io.usagecollector.local.billing.BillableEvent;
import java.util.List;

/** What should become of one record. */
public sealed interface Expectation {
  /** It comes to these events; to none if the mapping drops it. */
  record Billable(List<BillableEvent> events) implements Expectation {
    public Billable {
      events = List.copyOf(events);
    }
  }

  /** It can never be delivered: it belongs in the dead letters. */
  record Undeliverable() implements Expectation {}
}
