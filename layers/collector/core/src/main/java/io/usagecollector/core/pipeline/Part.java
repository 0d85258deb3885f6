package io.usagecollector.core.pipeline;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;

/**
 * What the pipeline made of one part of a record. A record has one part, or several where a
 * processor took it apart; ordinals count from zero, before filtering.
 */
public sealed interface Part {
  int ordinal();

  /** An event to deliver. */
  record Ready(int ordinal, UsageEvent event) implements Part {}

  /** The mapping dropped it. */
  record Filtered(int ordinal) implements Part {}

  /** It can never be delivered as it stands. */
  record Faulted(int ordinal, Reason reason) implements Part {}
}
