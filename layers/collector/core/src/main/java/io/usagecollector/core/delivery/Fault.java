package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Instant;
import java.util.Optional;

/**
 * An item that can never be delivered.
 *
 * @param record the place of what it came in, in the batch
 * @param inbound what it came in
 * @param ordinal which item of it
 * @param reason what is wrong
 * @param event the event that the service refused, or nothing if there was none
 * @param ambiguous whether an earlier answer left open if the event is stored
 */
record Fault(
    int record,
    Inbound inbound,
    int ordinal,
    Reason reason,
    Optional<UsageEvent> event,
    boolean ambiguous) {
  private static final long OVERHEAD = 200;

  /** Refused alone by the service. */
  static Fault refused(Bulk single, Reason reason) {
    PendingEvent bad = single.pending().getFirst();
    return new Fault(
        bad.record(),
        bad.inbound(),
        bad.ordinal(),
        reason,
        Optional.of(bad.event()),
        single.ambiguous());
  }

  /** What it keeps in memory beside its record, in bytes. */
  long weight() {
    return OVERHEAD + 2L * reason.fullText().length() + event.map(e -> e.json().length).orElse(0);
  }

  Letter letter(Instant at) {
    return inbound.letter(ordinal, reason, event, ambiguous, at);
  }
}
