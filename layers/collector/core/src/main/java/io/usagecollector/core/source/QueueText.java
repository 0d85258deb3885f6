package io.usagecollector.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message of a queue as it came. One that cannot be read is kept in a letter of the form that all
 * have: its stream names the message, its record's value is the text. Moved back to the queue, that
 * text is read again, perhaps by a version that understands it.
 *
 * @param sentAt when it came into the queue: the same each time it is handed over
 */
record QueueText(QueueMessage handle, String body, Instant sentAt) {
  private static final String STREAM = "sqs-message:";
  private static final Coordinates AT = new Coordinates("retry-queue", 0, 0);

  /**
   * The text in a letter.
   *
   * @param by the billing service and the configuration that could not deliver it
   */
  Letter kept(Remapping by, Reason reason, Instant at) {
    return new Letter(
        new Origin(new StreamId(STREAM + handle.id()), by.sink(), by.mappingVersion()),
        new SourceRecord(AT, sentAt.toEpochMilli(), null, body.getBytes(UTF_8), List.of()),
        0,
        OptionalInt.empty(),
        Optional.empty(),
        reason,
        Attempts.first(at, false),
        at);
  }

  /** The text that a letter keeps, if it keeps one. */
  static Optional<String> in(Letter letter) {
    byte[] value = letter.record().value();
    return value != null && letter.origin().stream().value().startsWith(STREAM)
        ? Optional.of(new String(value, UTF_8))
        : Optional.empty();
  }
}
