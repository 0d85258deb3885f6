package io.usagecollector.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as the trigger handed it over.
 *
 * @param at its coordinates
 * @param timestampMillis the record's own time, milliseconds since 1970-01-01T00:00:00Z
 * @param key its key's bytes, or null
 * @param value its value's bytes, or null for a tombstone
 * @param headers its headers in the order they were written
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record SourceRecord(
    Coordinates at,
    long timestampMillis,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<RecordHeader> headers) {
  public SourceRecord {
    headers = List.copyOf(headers);
  }

  public boolean isTombstone() {
    return value == null;
  }
}
