package io.usagecollector.core.source;

import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A text in the retry queue that is no letter, or none that this version can read. It ends as a
 * dead letter that holds it.
 *
 * @param kept the letter that holds the text
 */
record UnreadableText(Letter kept) implements Stored {
  @Override
  public Iterator<Item> items(Duration left) {
    return List.<Item>of(new Item.Faulty(0, kept.reason())).iterator();
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    return kept.withReason(reason).writtenAt(at);
  }
}
