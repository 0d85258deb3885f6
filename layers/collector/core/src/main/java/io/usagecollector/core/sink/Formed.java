package io.usagecollector.core.sink;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;

/** What an {@link EventForm} made of a document. */
public sealed interface Formed {
  /** It is an event, and its bytes are settled. */
  record Sendable(UsageEvent event) implements Formed {}

  /** It is none, and never will be as it stands. */
  record Refused(Reason reason) implements Formed {}
}
