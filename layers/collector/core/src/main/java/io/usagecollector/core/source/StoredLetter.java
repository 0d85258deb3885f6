package io.usagecollector.core.source;

import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One letter that is tried again. One with an event goes out in the bytes that are stored. One
 * without is mapped, and gives what the letter stands for: all of its record, or one part of it.
 */
final class StoredLetter implements Stored {
  private final Letter letter;
  private final Instant sentAt;
  private final Remapping remapping;

  /** What made its items; nothing where they are the letter's own, or it stays what it was. */
  private @Nullable MappedRecord mapped;

  /**
   * @param sentAt when its message came into the queue
   */
  StoredLetter(Letter letter, Instant sentAt, Remapping remapping) {
    this.letter = letter;
    this.sentAt = sentAt;
    this.remapping = remapping;
  }

  @Override
  public Iterator<Item> items(Duration left) {
    if (!letter.origin().sink().equals(remapping.sink())) {
      return one(new Item.Faulty(letter.ordinal(), anotherService()));
    }
    if (letter.event().isPresent()) {
      return one(new Item.Sendable(letter.ordinal(), letter.event().get()));
    }
    MappedRecord record = remapping.of(letter);
    Iterator<Item> all = record.items(left);
    if (letter.standsForItsRecord()) {
      mapped = record;
      return all;
    }
    return one(part(all, record));
  }

  private static Iterator<Item> one(Item item) {
    return List.of(item).iterator();
  }

  private Reason anotherService() {
    return Reason.of(
        Reason.Kind.UNREADABLE,
        "it is for the billing service "
            + letter.origin().sink()
            + ", and this function delivers to "
            + remapping.sink());
  }

  /**
   * The letter's own part. Its neighbours have letters or were accepted, so they must not go out
   * again under another mapping. Where the mapping of today takes the record apart otherwise, or
   * not at all, nothing tells which part it is.
   */
  private Item part(Iterator<Item> all, MappedRecord record) {
    Optional<Item> own = Optional.empty();
    Optional<Item> only = Optional.empty();
    int count = 0;
    while (all.hasNext()) {
      Item item = all.next();
      only = count == 0 ? Optional.of(item) : Optional.empty();
      own = item.ordinal() == letter.ordinal() ? Optional.of(item) : own;
      count++;
    }
    if (only.isPresent() && saysWhyNothingWasMade(only.get())) {
      return only.get();
    }
    boolean sameParts = letter.parts().isEmpty() || letter.parts().getAsInt() == count;
    if (own.isEmpty() || !sameParts) {
      return new Item.Faulty(letter.ordinal(), takenApartOtherwise(count));
    }
    mapped = record;
    return own.get();
  }

  private static boolean saysWhyNothingWasMade(Item item) {
    return switch (item) {
      case Item.Faulty _, Item.OutOfTime _ -> true;
      case Item.Sendable _, Item.Filtered _ -> false;
    };
  }

  private Reason takenApartOtherwise(int count) {
    return Reason.of(
        Reason.Kind.MAPPING_FAULT,
        "the letter is for part "
            + letter.ordinal()
            + " of its record, which the mapping of today takes apart otherwise: into "
            + count);
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    MappedRecord record = mapped;
    Letter made =
        record == null
            ? letter.withEvent(event.or(letter::event)).withReason(reason).writtenAt(at)
            : record.letter(ordinal, reason, event, ambiguous, at);
    return made.withAttempts(tried().again(at, ambiguous));
  }

  /** A dead letter is here because a person moved it back: that counts from then on. */
  private Attempts tried() {
    return letter.isDead() ? letter.attempts().anew(sentAt) : letter.attempts();
  }
}
