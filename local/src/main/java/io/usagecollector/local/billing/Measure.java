package io.usagecollector.local.billing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is billed of an event name: how many events, or the sum of a property.
 *
 * @param eventName the events
 * @param property the property, or empty to count
 * @param price per unit, US dollars
 */
public record Measure(String eventName, String property, BigDecimal price) {
  public static final String CURRENCY = "usd";
  private static final BigDecimal PER_UNIT = new BigDecimal("0.01");

  /** A count of each event name, and a sum of each of its number properties. */
  public static List<Measure> of(Collection<BillableEvent> events) {
    Map<String, TreeSet<String>> properties = new TreeMap<>();
    for (BillableEvent event : events) {
      properties
          .computeIfAbsent(event.name(), name -> new TreeSet<>())
          .addAll(event.quantities().keySet());
    }
    return properties.entrySet().stream().flatMap(e -> of(e.getKey(), e.getValue())).toList();
  }

  /** Sums are what costs; where there is nothing to sum, the events are. */
  private static Stream<Measure> of(String eventName, TreeSet<String> properties) {
    BigDecimal perEvent = properties.isEmpty() ? PER_UNIT : BigDecimal.ZERO;
    return Stream.concat(
        Stream.of(new Measure(eventName, "", perEvent)),
        properties.stream().map(property -> new Measure(eventName, property, PER_UNIT)));
  }

  public boolean counts() {
    return property.isEmpty();
  }

  /** Its name in a table, and no other measure's. */
  public String key() {
    return counts() ? eventName + " events" : eventName + " " + property;
  }

  public BillableQuantity of(BillableEvent event) {
    return counts()
        ? BillableQuantity.exactly(BigDecimal.ONE)
        : event.quantities().getOrDefault(property, BillableQuantity.ZERO);
  }
}
