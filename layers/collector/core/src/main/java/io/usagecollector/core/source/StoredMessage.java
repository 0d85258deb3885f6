package io.usagecollector.core.source;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A message of the retry queue: all that it carries is tried again, and it is settled when each of
 * its letters is. Its items are numbered through, since letters of several records may have the
 * same ordinal.
 */
public final class StoredMessage implements Inbound {
  private record Place(Stored in, int ordinal) {}

  private final QueueText text;
  private final MessageContents contents;
  private final LongSupplier nanoTime;
  private final List<Place> places = new ArrayList<>();

  private StoredMessage(QueueText text, MessageContents contents, LongSupplier nanoTime) {
    this.text = text;
    this.contents = contents;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads a message. Throws nothing for what its text may hold.
   *
   * @param sentAt when it came into the queue
   */
  public static StoredMessage of(
      QueueMessage handle, String body, Instant sentAt, Remapping remapping) {
    return of(handle, body, Message.read(body), sentAt, remapping);
  }

  /**
   * A message that is read already.
   *
   * @param read what its text says; what lies elsewhere is fetched by now, or cannot be read
   */
  public static StoredMessage of(
      QueueMessage handle, String body, Message read, Instant sentAt, Remapping remapping) {
    var text = new QueueText(handle, body, sentAt);
    return new StoredMessage(text, MessageContents.of(read, text, remapping), remapping.nanoTime());
  }

  @Override
  public SourceHandle handle() {
    return text.handle();
  }

  /** The time before which none of it may be tried. */
  public Instant notBefore() {
    return contents.notBefore();
  }

  @Override
  public long writtenAt() {
    return contents.writtenAt();
  }

  @Override
  public int attempts() {
    return contents.attempts();
  }

  @Override
  public Iterator<Item> items(Duration left) {
    long end = nanoTime.getAsLong() + left.toNanos();
    Iterator<Stored> stored = contents.stored().iterator();
    return new Iterator<>() {
      private Stored current = stored.next();
      private Iterator<Item> items = current.items(left);

      @Override
      public boolean hasNext() {
        while (!items.hasNext() && stored.hasNext()) {
          current = stored.next();
          items = current.items(Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong())));
        }
        return items.hasNext();
      }

      @Override
      public Item next() {
        Item item = items.next();
        places.add(new Place(current, item.ordinal()));
        return numbered(item, places.size() - 1);
      }
    };
  }

  private static Item numbered(Item item, int number) {
    return switch (item) {
      case Item.Sendable sendable -> new Item.Sendable(number, sendable.event());
      case Item.Faulty faulty -> new Item.Faulty(number, faulty.reason());
      case Item.OutOfTime late -> new Item.OutOfTime(number, late.reason());
      case Item.Filtered _ -> new Item.Filtered(number);
    };
  }

  @Override
  public Letter letter(
      int item, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    Place place = places.get(item);
    return place.in().letter(place.ordinal(), reason, event, ambiguous, at);
  }

  @Override
  public Letter whole(Reason reason, Instant at) {
    return text.kept(contents.by(), reason, at);
  }
}
