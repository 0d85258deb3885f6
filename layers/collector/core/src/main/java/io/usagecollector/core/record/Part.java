package io.usagecollector.core.record;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.event.Reason;

/**
 * What the pipeline made of one part of a record. A record has one part, or several where a
 * processor took it apart; ordinals count from zero, before filtering.
 */
public sealed interface Part {
  int ordinal();

  /** What the processors made: a document, which nobody changes any more. */
  record Ready(int ordinal, Obj document) implements Part {}

  /** The mapping dropped it. */
  record Filtered(int ordinal) implements Part {}

  /** It can never be delivered as it stands. */
  record Faulted(int ordinal, Reason reason) implements Part {}
}
