package io.usagecollector.core.delivery.item;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;

/**
 * One part of what a source handed over, ready for delivery. Ordinals count from zero, before
 * filtering.
 */
public sealed interface Item {
  int ordinal();

  /** An event, its bytes settled. */
  record Sendable(int ordinal, UsageEvent event) implements Item {}

  /** It can never be delivered as it stands. */
  record Faulty(int ordinal, Reason reason) implements Item {}

  /** The time for making it was up: with more, it may pass. */
  record OutOfTime(int ordinal, Reason reason) implements Item {}

  /** The mapping dropped it. */
  record Filtered(int ordinal) implements Item {}
}
