package io.usagecollector.testkit.openmeter.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the server sends it on.
 *
 * @param source as its URI library writes it
 * @param time nothing where the server's own time counts
 * @param data JSON as Go writes it again, numbers through a float64; "" for none
 */
public record CloudEvent(
    String id, String source, String type, String subject, @Nullable Instant time, String data) {

  /** About what one message to Kafka may hold, ids and the rest included. */
  static final int MOST_MESSAGE_BYTES = 1_000_000;

  private static final int OVERHEAD = 120;

  /** Whether Kafka takes it. The data goes as a string within JSON, escaped once more. */
  public boolean fitsMessage() {
    long rest = OVERHEAD + 4L * (id.length() + source.length() + type.length() + subject.length());
    if (rest + 7L * data.length() <= MOST_MESSAGE_BYTES) {
      return true;
    }
    return rest + GoJson.quotedBytes(data) <= MOST_MESSAGE_BYTES;
  }
}
