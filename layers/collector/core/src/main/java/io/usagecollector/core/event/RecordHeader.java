package io.usagecollector.core.event;

import org.jspecify.annotations.Nullable;

/**
 * One Kafka header. Names may repeat in a record, and a value may be absent.
 *
 * @param name the header's name
 * @param value its bytes, which nobody changes, or null
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record RecordHeader(String name, byte @Nullable [] value) {}
