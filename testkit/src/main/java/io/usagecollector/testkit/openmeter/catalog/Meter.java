package io.usagecollector.testkit.openmeter.catalog;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A meter.
 *
 * @param aggregation {@code sum} or {@code count}; the stand-in queries no others
 * @param valueProperty a path such as {@code $.amount}; none for counts
 */
public record Meter(
    String id,
    String key,
    String name,
    String eventType,
    String aggregation,
    @Nullable String valueProperty,
    Map<String, String> dimensions,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  public boolean counts() {
    return aggregation.equals("count");
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  Meter deleted(Instant now) {
    return new Meter(
        id, key, name, eventType, aggregation, valueProperty, dimensions, createdAt, now);
  }

  /** What is asked for. */
  public record Draft(
      String key,
      String name,
      String eventType,
      String aggregation,
      @Nullable String valueProperty,
      Map<String, String> dimensions) {}
}
