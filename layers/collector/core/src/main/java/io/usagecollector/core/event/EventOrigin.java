package io.usagecollector.core.event;

/**
 * Where an event came from: what its id and time are made of where the mapping sets none.
 *
 * @param stream the stream of records
 * @param at the record's coordinates
 * @param timestampMillis the record's own time
 * @param ordinal the part's number in the record, from zero, counted before filtering
 */
public record EventOrigin(StreamId stream, Coordinates at, long timestampMillis, int ordinal) {
  /** The origin of a part of a record. */
  public static EventOrigin of(StreamId stream, SourceRecord record, int ordinal) {
    return new EventOrigin(stream, record.at(), record.timestampMillis(), ordinal);
  }

  /** The id of an event that has none of its own. */
  public String eventId() {
    return EventId.of(stream, at, timestampMillis, ordinal);
  }
}
