package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.provision.Document;
import java.time.Instant;
import java.util.Optional;

/**
 * What a subscription counts on one meter, and from when: its price may start later than it does.
 */
record LineItem(String meterId, Instant start) {
  /** Reads one; nothing if it counts no events. */
  static Optional<LineItem> read(Document item) {
    return item.text("meter_id")
        .filter(meter -> !meter.isEmpty())
        .flatMap(meter -> item.time("start_date").map(start -> new LineItem(meter, start)));
  }

  /** The same item of its subscription restarted: only a price's own later start stays. */
  LineItem restarted(Instant from, Instant to) {
    return start.isAfter(from) ? this : new LineItem(meterId, to);
  }
}
