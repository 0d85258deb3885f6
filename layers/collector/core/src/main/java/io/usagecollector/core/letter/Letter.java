package io.usagecollector.core.letter;

import io.usagecollector.core.event.EventId;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One part of a record that could not be delivered, with all it takes to look, mend and replay.
 *
 * @param origin the stream, the billing service and the mapping it came by
 * @param record the record, whole
 * @param ordinal which part of it
 * @param parts how many parts it had; nothing where it was not told apart, so that the letter
 *     stands for all of it
 * @param event the event that was made of it, or nothing if there was none
 * @param reason what is wrong
 * @param attempts what was tried
 * @param at when the letter was written
 */
public record Letter(
    Origin origin,
    SourceRecord record,
    int ordinal,
    OptionalInt parts,
    Optional<UsageEvent> event,
    Reason reason,
    Attempts attempts,
    Instant at) {
  private static final int KEY_BYTES = 20;

  /** One for all of its record, as far as it is not known to be one part of several. */
  public Letter(
      Origin origin,
      SourceRecord record,
      int ordinal,
      Optional<UsageEvent> event,
      Reason reason,
      Attempts attempts,
      Instant at) {
    this(origin, record, ordinal, OptionalInt.empty(), event, reason, attempts, at);
  }

  /** Whether all that a mapping makes of the record is this letter's. */
  public boolean standsForItsRecord() {
    return parts.orElse(ordinal == 0 ? 1 : 2) == 1;
  }

  /** Whether nothing tries it again by itself: what is to be tried again says when. */
  public boolean isDead() {
    return !attempts.notBefore().isAfter(at);
  }

  /**
   * Tells a repeat of the same letter: a pure function of the stream, the record's coordinates and
   * time, the part and the billing service. Neither the mapping nor the reason counts: a part has
   * one letter, whatever it was written for.
   */
  public String key() {
    byte[] seed =
        EventId.seed(
            origin.stream(),
            record.at(),
            record.timestampMillis(),
            ordinal,
            "letter:" + origin.sink());
    return HexFormat.of().formatHex(seed, 0, KEY_BYTES);
  }

  /** The same, with another reason. */
  public Letter withReason(Reason other) {
    return new Letter(origin, record, ordinal, parts, event, other, attempts, at);
  }

  /** The same, after other attempts. */
  public Letter withAttempts(Attempts other) {
    return new Letter(origin, record, ordinal, parts, event, reason, other, at);
  }

  /**
   * The same, to be tried again no sooner than then. Not at once: that tells it from a dead one.
   */
  public Letter toBeTriedAgain(Instant notBefore) {
    return withAttempts(attempts.notBefore(notBefore.isAfter(at) ? notBefore : at.plusMillis(1)));
  }

  /** The same, with another event made of it, or none. */
  public Letter withEvent(Optional<UsageEvent> other) {
    return new Letter(origin, record, ordinal, parts, other, reason, attempts, at);
  }

  /** The same, written at another time. */
  public Letter writtenAt(Instant other) {
    return new Letter(origin, record, ordinal, parts, event, reason, attempts, other);
  }
}
