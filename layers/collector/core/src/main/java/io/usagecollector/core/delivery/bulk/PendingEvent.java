package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.UsageEvent;

/**
 * An event on its way.
 *
 * @param record the place of what it came in, in the batch
 * @param inbound what it came in
 * @param ordinal which part of it
 * @param event what is sent: the same object, so the same bytes, however often
 */
public record PendingEvent(int record, Inbound inbound, int ordinal, UsageEvent event) {
  /** The byte that parts an event from the next. */
  private static final long SEPARATOR = 1;

  /** How many bytes of a bulk it takes. */
  public long size() {
    return event.json().length + SEPARATOR;
  }
}
