package io.usagecollector.core.delivery;

import io.usagecollector.core.event.UsageEvent;

/**
 * An event on its way.
 *
 * @param record the place of its record in the batch
 * @param ordinal which part of the record it is
 * @param event what is sent: the same object, so the same bytes, however often
 */
record PendingEvent(int record, int ordinal, UsageEvent event) {}
