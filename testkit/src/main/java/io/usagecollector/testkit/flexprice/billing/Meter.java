package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What turns events of one name into usage.
 *
 * @param eventName matched exactly against the trimmed event name
 * @param knownFrom how many events had been processed when it was made: earlier ones stay uncounted
 *     until they are sent again
 */
public record Meter(
    String id,
    String name,
    String eventName,
    Aggregation aggregation,
    List<Filter> filters,
    String resetUsage,
    Instant createdAt,
    long knownFrom) {

  /** Which quantity of an event counts, and how quantities become a total. */
  public record Aggregation(AggregationType type, String field) {}

  /** An event counts only when the text of its property is one of the values. */
  public record Filter(String key, List<String> values) {}

  public Meter {
    filters = List.copyOf(filters);
  }

  boolean accepts(Properties properties) {
    return filters.stream()
        .allMatch(filter ->
            properties
                .get(filter.key())
                .map(value -> filter.values().contains(GoText.of(value.decoded())))
                .orElse(false));
  }

  /** What an event of these properties counts for. */
  public BigDecimal quantity(Properties properties) {
    return switch (aggregation.type()) {
      case COUNT -> BigDecimal.ONE;
      case COUNT_UNIQUE ->
          properties.get(aggregation.field()).isPresent() ? BigDecimal.ONE : BigDecimal.ZERO;
      case SUM, MAX, LATEST ->
          properties
              .get(aggregation.field())
              .map(value -> Quantity.of(value.decoded()))
              .orElse(BigDecimal.ZERO);
    };
  }

  /** What COUNT_UNIQUE counts once, or null when the event does not take part. */
  @Nullable String unique(String trimmedEventName, Properties properties) {
    if (aggregation.type() != AggregationType.COUNT_UNIQUE) {
      return null;
    }
    return properties
        .get(aggregation.field())
        .map(value ->
            trimmedEventName + ":" + aggregation.field() + ":" + GoText.of(value.decoded()))
        .orElse(null);
  }
}
