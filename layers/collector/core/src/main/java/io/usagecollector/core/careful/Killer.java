package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A record that ended the process more than once: it is not mapped any more. */
record Killer(Inbound inbound) implements WrappedInbound {
  private static final Reason REASON =
      Reason.of(
          Reason.Kind.INTERNAL,
          "it ended the function's process again and again, by its memory or its time: look at its"
              + " size and at what the mapping makes of it");

  @Override
  public Iterator<Item> items(Duration left) {
    return List.<Item>of(new Item.Faulty(0, REASON)).iterator();
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    return inbound.whole(reason, at);
  }
}
