package io.usagecollector.testkit.openmeter.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param key nothing where v1 made it without one
 */
public record Customer(
    String id,
    @Nullable String key,
    String name,
    List<String> subjectKeys,
    Map<String, String> labels,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  public boolean isDeleted() {
    return deletedAt != null;
  }

  Customer deleted(Instant now) {
    return new Customer(id, key, name, subjectKeys, labels, createdAt, now, now);
  }

  /** What is asked for. */
  public record Draft(
      @Nullable String key, String name, List<String> subjectKeys, Map<String, String> labels) {}
}
