package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of a retry queue: the event of its letter goes out again as it was, unmapped. */
final class StoredEvent implements Inbound {
  private final SourceHandle handle;
  private final Letter letter;

  StoredEvent(String messageId, String body) {
    handle = new SourceHandle.QueueMessage(messageId, "receipt of " + messageId);
    letter = Envelope.open(body);
  }

  @Override
  public SourceHandle handle() {
    return handle;
  }

  @Override
  public int attempts() {
    return letter.attempts().count();
  }

  @Override
  public Iterator<Item> items(Duration left) {
    UsageEvent event = letter.event().orElseThrow();
    return Stream.<Item>of(new Item.Sendable(letter.ordinal(), event)).iterator();
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    return letter
        .withEvent(event)
        .withReason(reason)
        .withAttempts(letter.attempts().again(at, ambiguous))
        .writtenAt(at);
  }
}
