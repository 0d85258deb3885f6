package io.usagecollector.local.run;

import java.util.List;

/** What should become of one record. */
sealed interface Reading {
  /** It comes to these events; to none if the mapping drops it. */
  record Billable(List<BillableEvent> events) implements Reading {
    public Billable {
      events = List.copyOf(events);
    }
  }

  /** It can never be delivered: it belongs in the dead letters. */
  record Undeliverable() implements Reading {}
}
