package io.usagecollector.cli.letters.file;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What is known of a letter without its record: small enough that those of a whole queue fit in
 * memory.
 *
 * @param key tells the letter from every other
 * @param reason which rule or step refused it
 * @param text why, without values
 * @param sink the billing service
 * @param at its record
 * @param event what is known of the event, if one was made
 * @param recordTime the record's own
 * @param written when the letter was
 * @param firstFailure when delivery first failed
 * @param ambiguous whether the event may be stored already
 */
public record LetterHead(
    String key,
    Reason.Kind reason,
    String text,
    String sink,
    Coordinates at,
    Optional<Event> event,
    Instant recordTime,
    Instant written,
    Instant firstFailure,
    boolean ambiguous) {

  /**
   * An event that was made of the record.
   *
   * @param name the name meters select it by
   * @param customer whom it is billed to
   * @param time its own, if it is one
   */
  public record Event(String name, String customer, Optional<Instant> time) {}

  static LetterHead of(Letter letter) {
    return new LetterHead(
        letter.key(),
        letter.reason().kind(),
        letter.reason().safeText(),
        letter.origin().sink(),
        letter.record().at(),
        letter.event().map(LetterHead::event),
        Instant.ofEpochMilli(letter.record().timestampMillis()),
        letter.at(),
        letter.attempts().firstFailure(),
        letter.attempts().ambiguous());
  }

  private static Event event(UsageEvent event) {
    return new Event(event.eventName(), event.externalCustomerId(), time(event.timestamp()));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notRfc3339) {
      return Optional.empty();
    }
  }

  /** When what it bills happened: the event's time, or the record's. */
  public Instant happened() {
    return event.flatMap(Event::time).orElse(recordTime);
  }
}
