package io.usagecollector.local.statement;

import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.BillableQuantity;
import io.usagecollector.local.billing.Billing;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.census.Expectation;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.trigger.RecordPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the statement out of what can be read from outside. */
public final class BillingStatementReader {
  private BillingStatementReader() {}

  public static BillingStatement read(
      Topic topic,
      String group,
      Map<RecordPlace, Expectation> readings,
      Map<RecordPlace, String> letters,
      Set<RecordPlace> tooLarge,
      Billing billing) {
    var left = new LinkedHashMap<>(readings);
    left.keySet().removeAll(letters.keySet());
    left.keySet().removeAll(tooLarge);
    return new BillingStatement(
        Topic.sum(topic.endOffsets()),
        left.values().stream().filter(BillingStatementReader::isFiltered).count(),
        letters,
        topic.lag(group),
        undeliverable(left),
        new TreeSet<>(tooLarge),
        rows(distinct(left.values()), distinct(readings.values()), billing));
  }

  private static boolean isFiltered(Expectation reading) {
    return reading instanceof Expectation.Billable(var events) && events.isEmpty();
  }

  private static List<RecordPlace> undeliverable(Map<RecordPlace, Expectation> readings) {
    return readings.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Expectation.Undeliverable)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The events of readings, each once: the last of those that are one event to billing. */
  public static List<BillableEvent> distinct(Collection<Expectation> readings) {
    var events = new LinkedHashMap<String, BillableEvent>();
    for (Expectation reading : readings) {
      if (reading instanceof Expectation.Billable(var billable)) {
        billable.forEach(e -> events.put(e.customer() + "\n" + e.name() + "\n" + e.key(), e));
      }
    }
    return new ArrayList<>(events.values());
  }

  private static List<BillingStatement.Row> rows(
      List<BillableEvent> expected, List<BillableEvent> all, Billing billing) {
    var rows = new ArrayList<BillingStatement.Row>();
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

  private static BillingStatement.Row row(
      String customer, Measure measure, List<BillableEvent> expected, Billing billing) {
    BillableQuantity due =
        expected.stream()
            .filter(event -> event.customer().equals(customer))
            .filter(event -> event.name().equals(measure.eventName()))
            .map(measure::of)
            .reduce(BillableQuantity.ZERO, BillableQuantity::plus);
    return new BillingStatement.Row(customer, measure, due, billing.billed(customer, measure));
  }
}
