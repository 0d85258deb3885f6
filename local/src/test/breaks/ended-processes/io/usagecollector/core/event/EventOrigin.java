package io.usagecollector.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Broken on purpose: one kind of record ends the process, as one that takes all memory does. */
public record EventOrigin(StreamId stream, Coordinates at, long timestampMillis, int ordinal) {
  public static EventOrigin of(StreamId stream, SourceRecord record, int ordinal) {
    byte[] value = record.value();
    if (value != null && new String(value, UTF_8).contains("ends-the-process")) {
      Runtime.getRuntime().halt(137);
    }
    return new EventOrigin(stream, record.at(), record.timestampMillis(), ordinal);
  }

  public String eventId() {
    return EventId.of(stream, at, timestampMillis, ordinal);
  }
}
