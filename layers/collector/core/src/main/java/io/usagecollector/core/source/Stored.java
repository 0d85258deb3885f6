package io.usagecollector.core.source;

import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** One of the things that a message of the retry queue carries. */
interface Stored {
  /** Its items, never none, by the ordinals of its record. Asked once. */
  Iterator<Item> items(Duration left);

  /** What is kept of one of its items, after one more attempt. */
  Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at);
}
