package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Instant;
import java.util.Optional;

/** Another inbound, whose items are made in a way of its own. */
sealed interface WrappedInbound extends Inbound permits Killer, MarkedInbound {
  /** What is wrapped. */
  Inbound inbound();

  @Override
  default SourceHandle handle() {
    return inbound().handle();
  }

  @Override
  default int attempts() {
    return inbound().attempts();
  }

  @Override
  default long writtenAt() {
    return inbound().writtenAt();
  }

  @Override
  default Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    return inbound().letter(ordinal, reason, event, ambiguous, at);
  }

  @Override
  default Letter whole(Reason reason, Instant at) {
    return inbound().whole(reason, at);
  }
}
