package io.usagecollector.testkit.flexprice.billing;

import io.usagecollector.testkit.flexprice.ingest.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * An event as the server keeps it. Two with the same id and millisecond are the same row of its
 * events table, whatever else they say.
 */
public record StoredEvent(
    String id,
    String name,
    String customer,
    String customerId,
    String source,
    Instant timestamp,
    Properties properties) {

  /** The event with what the server adds: an id and a time when none were given, a trimmed name. */
  public static StoredEvent of(IncomingEvent event, String newId, Instant now) {
    byte[] properties = event.properties();
    return new StoredEvent(
        event.id().isEmpty() ? newId : event.id(),
        GoText.trim(event.name()),
        event.customer(),
        event.customerId(),
        event.source(),
        event.timestamp() == null ? now : event.timestamp(),
        properties == null
            ? Properties.NONE
            : new Properties(new String(properties, StandardCharsets.UTF_8)));
  }

  /** The key of the events table. */
  Key key() {
    return new Key(timestamp.getEpochSecond() * 1000 + timestamp.getNano() / 1_000_000, id);
  }

  /** The second the event is billed at: the usage table has 32 bits for it. */
  int billedSecond() {
    return (int) timestamp.getEpochSecond();
  }

  record Key(long millis, String id) {
    Key {
      Objects.requireNonNull(id);
    }
  }
}
