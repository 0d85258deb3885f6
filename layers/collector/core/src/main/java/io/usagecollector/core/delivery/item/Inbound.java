package io.usagecollector.core.delivery.item;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/**
 * One thing that a source handed over and that has one outcome: a Kafka record, a message of the
 * retry queue, a line of a command's file. Until its items are asked for, it costs no more than its
 * own bytes.
 */
public interface Inbound {
  /** What its source calls it. */
  SourceHandle handle();

  /** How often its delivery was tried before, in batches of which it was deferred. */
  int attempts();

  /**
   * When it was written where it comes from first, milliseconds since 1970-01-01T00:00:00Z;
   * negative where nobody knows.
   */
  long writtenAt();

  /**
   * Makes its items, one by one as they are taken, never none. Asked once, and not at all while
   * nothing can be delivered. Throws nothing for what it holds.
   *
   * @param left how long making them may take
   */
  Iterator<Item> items(Duration left);

  /**
   * What is kept of one of its items.
   *
   * @param event the event that was made of it, if there was one
   * @param ambiguous whether an answer left open if the event is stored already
   */
  Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at);

  /** What is kept of all of it, where not all of its items were taken. */
  Letter whole(Reason reason, Instant at);
}
