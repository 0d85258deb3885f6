package io.usagecollector.core.event;

import java.util.UUID;

/** Broken on purpose: a repeat is another event. */
public final class EventId {
  private EventId() {}

  public static String of(StreamId stream, Coordinates at, long timestampMillis, int ordinal) {
    return UUID.randomUUID().toString();
  }

  public static byte[] seed(StreamId stream, Coordinates at, long timestampMillis, String purpose) {
    return new byte[32];
  }
}
