package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An item that was not delivered: never will be, or not now.
 *
 * @param record the place of what it came in, in the batch
 * @param inbound what it came in
 * @param ordinal which item of it, or {@link #ALL}
 * @param reason what is wrong; its safe text is what is told of a record that is held for it
 * @param event the event that was made, or nothing if there was none
 * @param ambiguous whether an earlier answer left open if the event is stored
 * @param tried whether it was sent, or made in vain; else no attempt is counted
 * @param pause it is not worth while to try it again sooner than in so long
 */
record Fault(
    int record,
    Inbound inbound,
    int ordinal,
    Reason reason,
    Optional<UsageEvent> event,
    boolean ambiguous,
    boolean tried,
    Duration pause) {
  /** All of what it came in. */
  static final int ALL = -1;

  private static final long OVERHEAD = 200;

  /** One that may be tried again at once. */
  Fault(
      int record,
      Inbound inbound,
      int ordinal,
      Reason reason,
      Optional<UsageEvent> event,
      boolean ambiguous,
      boolean tried) {
    this(record, inbound, ordinal, reason, event, ambiguous, tried, Duration.ZERO);
  }

  /** Refused alone by the service. */
  static Fault refused(Bulk single, Reason reason) {
    PendingEvent bad = single.pending().getFirst();
    return new Fault(
        bad.record(),
        bad.inbound(),
        bad.ordinal(),
        reason,
        Optional.of(bad.event()),
        single.ambiguous(),
        true);
  }

  /** An event that was made, and could not be delivered now. */
  static Fault undelivered(PendingEvent event, Bulk bulk, String why) {
    return new Fault(
        event.record(),
        event.inbound(),
        event.ordinal(),
        Reason.of(Reason.Kind.NOT_DELIVERED, why),
        Optional.of(event.event()),
        bulk.ambiguous(),
        bulk.failures() > 0);
  }

  /** An event that was not sent, since its customer is not ready. */
  static Fault turnedAway(
      PendingEvent event, Bulk bulk, String why, Duration pause, boolean tried) {
    return new Fault(
        event.record(),
        event.inbound(),
        event.ordinal(),
        Reason.of(Reason.Kind.CUSTOMER_NOT_READY, "its customer is not ready: " + why),
        Optional.of(event.event()),
        bulk.ambiguous(),
        tried || bulk.failures() > 0,
        pause);
  }

  /** A record of which nothing was made yet. */
  static Fault unmapped(int record, Inbound inbound, String why) {
    Reason reason = Reason.of(Reason.Kind.NOT_DELIVERED, why);
    return new Fault(record, inbound, ALL, reason, Optional.empty(), false, false);
  }

  /** The event, as it goes out; nothing if there was none. */
  Optional<PendingEvent> pending() {
    return event.map(made -> new PendingEvent(record, inbound, ordinal, made));
  }

  boolean isWhole() {
    return ordinal == ALL;
  }

  /** The same, for another reason. */
  Fault because(Reason other) {
    return new Fault(record, inbound, ordinal, other, event, ambiguous, tried, pause);
  }

  /** What it keeps in memory beside its record, in bytes. */
  long weight() {
    return OVERHEAD + 2L * reason.fullText().length() + event.map(e -> e.json().length).orElse(0);
  }

  Letter letter(Instant at) {
    Letter letter =
        isWhole()
            ? inbound.whole(reason, at)
            : inbound.letter(ordinal, reason, event, ambiguous, at);
    return tried ? letter : letter.withAttempts(letter.attempts().uncounted());
  }
}
