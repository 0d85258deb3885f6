package io.usagecollector.tooling.events;

/**
 * One event, as it stands.
 *
 * @param line where it begins, from 1
 * @param value its bytes; of a line without its end
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record Event(long line, byte[] value) {}
