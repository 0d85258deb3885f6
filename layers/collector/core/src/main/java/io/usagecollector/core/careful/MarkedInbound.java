package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A record whose items are made under a mark. An error that ends the process leaves the mark; what
 * delivery settles as the record's own fault does not.
 */
final class MarkedInbound implements Inbound {
  private final Inbound inbound;
  private final Marks marks;
  private final String name;

  MarkedInbound(Inbound inbound, Marks marks) {
    this.inbound = inbound;
    this.marks = marks;
    this.name = inbound.handle().toString();
  }

  @Override
  public SourceHandle handle() {
    return inbound.handle();
  }

  @Override
  public int attempts() {
    return inbound.attempts();
  }

  @Override
  public long writtenAt() {
    return inbound.writtenAt();
  }

  @Override
  public Iterator<Item> items(Duration left) {
    Iterator<Item> items = marked(() -> inbound.items(left));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return marked(items::hasNext);
      }

      @Override
      public Item next() {
        return marked(items::next);
      }
    };
  }

  private <T> T marked(Supplier<T> work) {
    marks.at(name);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | StackOverflowError e) {
      marks.past();
      throw e;
    }
    marks.past();
    return result;
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    return inbound.letter(ordinal, reason, event, ambiguous, at);
  }

  @Override
  public Letter whole(Reason reason, Instant at) {
    return inbound.whole(reason, at);
  }
}
