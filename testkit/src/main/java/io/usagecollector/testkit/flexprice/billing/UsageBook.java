package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The usage rows of one customer on one meter. The key is (second, id); the row ingested last under
 * a key replaces the one before, as {@code meter_usage FINAL} reads.
 */
final class UsageBook {
  private final Map<Key, Row> rows = new HashMap<>();

  private record Key(int second, String id) {}

  private record Row(Key key, BigDecimal quantity, @Nullable String unique) {
    Instant time() {
      return Instant.ofEpochSecond(Integer.toUnsignedLong(key.second()));
    }
  }

  void put(int second, String id, BigDecimal quantity, @Nullable String unique) {
    Key key = new Key(second, id);
    rows.put(key, new Row(key, quantity, unique));
  }

  /** The total over [start, end). */
  Usage total(AggregationType type, Instant start, Instant end) {
    List<Row> within =
        rows.values().stream()
            .filter(row -> !row.time().isBefore(start) && row.time().isBefore(end))
            .toList();
    long events = within.stream().map(row -> row.key().id()).distinct().count();
    return new Usage(value(type, within, events), events);
  }

  private static BigDecimal value(AggregationType type, List<Row> rows, long events) {
    return switch (type) {
      case SUM -> rows.stream().map(Row::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
      case COUNT -> BigDecimal.valueOf(events);
      case COUNT_UNIQUE ->
          BigDecimal.valueOf(
              rows.stream().map(Row::unique).filter(Objects::nonNull).distinct().count());
      case MAX ->
          rows.stream().map(Row::quantity).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
      case LATEST ->
          rows.stream()
              .max(Comparator.comparing(Row::time))
              .map(Row::quantity)
              .orElse(BigDecimal.ZERO);
    };
  }
}
