package io.usagecollector.local.run;

import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.trigger.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the statement out of what can be read from outside. */
final class StatementReader {
  private StatementReader() {}

  static Statement read(
      Topic topic,
      String group,
      Map<Place, Reading> readings,
      Map<Place, String> letters,
      Set<Place> tooLarge,
      Billing billing) {
    var left = new LinkedHashMap<>(readings);
    left.keySet().removeAll(letters.keySet());
    left.keySet().removeAll(tooLarge);
    return new Statement(
        Topic.sum(topic.endOffsets()),
        left.values().stream().filter(StatementReader::isFiltered).count(),
        letters,
        topic.lag(group),
        undeliverable(left),
        new TreeSet<>(tooLarge),
        rows(distinct(left.values()), distinct(readings.values()), billing));
  }

  private static boolean isFiltered(Reading reading) {
    return reading instanceof Reading.Billable(var events) && events.isEmpty();
  }

  private static List<Place> undeliverable(Map<Place, Reading> readings) {
    return readings.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Reading.Undeliverable)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The events of readings, each once: the last of those that are one event to billing. */
  static List<BillableEvent> distinct(Collection<Reading> readings) {
    var events = new LinkedHashMap<String, BillableEvent>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Billable(var billable)) {
        billable.forEach(e -> events.put(e.customer() + "\n" + e.name() + "\n" + e.key(), e));
      }
    }
    return new ArrayList<>(events.values());
  }

  private static List<Statement.Row> rows(
      List<BillableEvent> expected, List<BillableEvent> all, Billing billing) {
    var rows = new ArrayList<Statement.Row>();
    var customers = new TreeMap<String, TreeSet<String>>();
    all.forEach(event ->
        customers.computeIfAbsent(event.customer(), customer -> new TreeSet<>()).add(event.name()));
    List<Measure> measures = Measure.of(all);
    customers.forEach((customer, names) ->
        measures.stream()
            .filter(measure -> names.contains(measure.eventName()))
            .forEach(measure -> rows.add(row(customer, measure, expected, billing))));
    return rows;
  }

  private static Statement.Row row(
      String customer, Measure measure, List<BillableEvent> expected, Billing billing) {
    BigDecimal produced =
        expected.stream()
            .filter(event -> event.customer().equals(customer))
            .filter(event -> event.name().equals(measure.eventName()))
            .map(measure::of)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Statement.Row(customer, measure, produced, billing.billed(customer, measure));
  }
}
