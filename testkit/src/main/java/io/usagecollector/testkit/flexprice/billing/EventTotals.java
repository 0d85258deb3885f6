package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Totals read from the events table, as {@code /v1/events/usage} has them: one row per event id, so
 * that a duplicate an invoice would bill is hidden; negative values count; floats, not decimals.
 */
public final class EventTotals {
  private final Map<String, StoredEvent> byId = new LinkedHashMap<>();

  private EventTotals() {}

  /** Of the wanted events in [start, end). */
  public static EventTotals of(
      Collection<StoredEvent> events, Predicate<StoredEvent> wanted, Instant start, Instant end) {
    EventTotals totals = new EventTotals();
    for (StoredEvent event : events) {
      Instant time = event.timestamp();
      if (!time.isBefore(start) && time.isBefore(end) && wanted.test(event)) {
        totals.byId.put(event.id(), event);
      }
    }
    return totals;
  }

  /** The total, with as few decimals as it needs. */
  public BigDecimal total(AggregationType type, String property) {
    double total =
        switch (type) {
          case COUNT -> byId.size();
          case SUM -> byId.values().stream().mapToDouble(event -> number(event, property)).sum();
          case MAX ->
              byId.values().stream().mapToDouble(event -> number(event, property)).max().orElse(0);
          case COUNT_UNIQUE ->
              byId.values().stream().map(event -> text(event, property)).distinct().count();
          case LATEST ->
              byId.values().stream()
                  .max(Comparator.comparing(StoredEvent::timestamp))
                  .map(event -> number(event, property))
                  .orElse(0.0);
        };
    BigDecimal plain = BigDecimal.valueOf(total).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static String text(StoredEvent event, String property) {
    return event.properties().get(property).map(value -> GoText.of(value.decoded())).orElse("");
  }

  /** ClickHouse's JSONExtractFloat: a number, or a string that is one; anything else 0. */
  private static double number(StoredEvent event, String property) {
    return event.properties().get(property).map(value -> number(value.decoded())).orElse(0.0);
  }

  private static double number(@Nullable Object value) {
    return switch (value) {
      case Double number -> number;
      case String text when text.matches("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?") ->
          Double.parseDouble(text);
      case null, default -> 0;
    };
  }
}
