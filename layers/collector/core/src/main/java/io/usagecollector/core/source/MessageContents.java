package io.usagecollector.core.source;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message carries, read: its letters, and in the place of a letter that keeps a message's
 * text, what that message carries.
 *
 * @param stored one or more
 * @param notBefore the latest time before which one of its letters may not be tried
 * @param attempts how often the one of them was tried that was tried most often
 * @param writtenAt when the first of their records was written, in milliseconds; negative where no
 *     letter was read
 * @param by who reads it
 */
record MessageContents(
    List<Stored> stored, Instant notBefore, int attempts, long writtenAt, Remapping by) {
  /** A text in a text in a text is nothing that this program writes. */
  private static final int DEEPEST = 3;

  /**
   * @param read what the message's text says
   */
  static MessageContents of(Message read, QueueText text, Remapping by) {
    var reading = new Reading(text, by);
    reading.take(read, Optional.empty(), 0);
    return new MessageContents(
        List.copyOf(reading.stored), reading.notBefore, reading.attempts, reading.writtenAt, by);
  }

  private static final class Reading {
    private final QueueText message;
    private final Remapping by;
    private final List<Stored> stored = new ArrayList<>();
    private Instant notBefore = Instant.MIN;
    private int attempts;
    private long writtenAt = -1;

    Reading(QueueText message, Remapping by) {
      this.message = message;
      this.by = by;
    }

    /**
     * @param keeper the letter that the text was kept in
     */
    void take(Message read, Optional<Letter> keeper, int depth) {
      switch (read) {
        case Message.Whole(List<Letter> letters) -> letters.forEach(letter -> add(letter, depth));
        case Message.Claimed _ -> unreadable("its content lies elsewhere", keeper);
        case Message.Part _ -> unreadable("it is a part of a letter", keeper);
        case Message.Unreadable(String why) -> unreadable(why, keeper);
      }
    }

    private void add(Letter letter, int depth) {
      Instant due = letter.attempts().notBefore();
      notBefore = due.isAfter(notBefore) ? due : notBefore;
      Optional<String> kept = QueueText.in(letter);
      if (kept.isEmpty()) {
        attempts = Math.max(attempts, letter.isDead() ? 0 : letter.attempts().count());
        long written = letter.record().timestampMillis();
        writtenAt = writtenAt < 0 ? written : Math.min(writtenAt, written);
        stored.add(new StoredLetter(letter, message.sentAt(), by));
      } else if (depth < DEEPEST) {
        take(Message.read(kept.get()), Optional.of(letter), depth + 1);
      } else {
        unreadable("it holds a message in a message, again and again", Optional.of(letter));
      }
    }

    private void unreadable(String why, Optional<Letter> keeper) {
      Reason reason = Reason.of(Reason.Kind.UNREADABLE, why);
      stored.add(
          new UnreadableText(
              keeper
                  .map(letter -> letter.withReason(reason))
                  .orElseGet(() -> message.kept(by, reason, message.sentAt()))));
    }
  }
}
