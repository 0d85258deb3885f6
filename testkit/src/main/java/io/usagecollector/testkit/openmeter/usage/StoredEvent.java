package io.usagecollector.testkit.openmeter.usage;

import io.usagecollector.testkit.openmeter.ingest.CloudEvent;
import java.time.Instant;

/**
 * A row of the events table.
 *
 * @param time to the second, as 32 bits hold it
 * @param data JSON, or ""
 */
public record StoredEvent(
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String data,
    Instant ingestedAt) {
  private static final long BITS = 0xffff_ffffL;

  public static StoredEvent of(CloudEvent event, Instant now) {
    Instant time = event.time() == null ? now : event.time();
    return new StoredEvent(
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        Instant.ofEpochSecond(time.getEpochSecond()),
        event.data(),
        now);
  }

  /** The sink passes over what has no time after the epoch, without a word. */
  boolean isStorable() {
    return time.getEpochSecond() > 0;
  }

  StoredEvent wrapped() {
    return new StoredEvent(
        id,
        source,
        type,
        subject,
        Instant.ofEpochSecond(time.getEpochSecond() & BITS),
        data,
        ingestedAt);
  }

  /** What duplicates are known by: a text, in which different pairs may be alike. */
  String duplicateKey() {
    return "default-" + source + "-" + id;
  }
}
