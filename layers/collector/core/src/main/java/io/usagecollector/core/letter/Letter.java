package io.usagecollector.core.letter;

import io.usagecollector.core.event.EventId;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a record that could not be delivered, with all it takes to look, mend and replay.
 *
 * @param origin the stream, the billing service and the mapping it came by
 * @param record the record, whole
 * @param ordinal which part of it
 * @param event the event that was made of it, or nothing if there was none
 * @param reason what is wrong
 * @param attempts what was tried
 * @param at when the letter was written
 */
public record Letter(
    Origin origin,
    SourceRecord record,
    int ordinal,
    Optional<UsageEvent> event,
    Reason reason,
    Attempts attempts,
    Instant at) {
  private static final int KEY_BYTES = 20;
  private static final int PER_HEADER = 30;
  private static final int FRAME = 4_096;

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

  /**
   * Whether its envelope may be longer than so many bytes. Cheap, and never wrong where it says no:
   * bytes are in base64 twice where the envelope is compressed, a character has six bytes at most.
   */
  public boolean mayExceed(int limit) {
    long bytes = length(record.key()) + length(record.value());
    long text = length(reason.safeText()) + length(reason.fullText());
    text += length(record.at().topic());
    for (RecordHeader header : record.headers()) {
      bytes += length(header.value());
      text += length(header.name()) + PER_HEADER;
    }
    UsageEvent made = event.orElse(null);
    if (made != null) {
      bytes += made.json().length;
      text += length(made.eventId()) + length(made.timestamp());
      text += length(made.externalCustomerId()) + length(made.eventName());
    }
    return 2 * bytes + 8 * text + FRAME > limit;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long length(String text) {
    return text.length();
  }
}
