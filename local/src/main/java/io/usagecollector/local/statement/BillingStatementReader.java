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

  /**
   * Reads it.
   *
   * @param readings what should become of each record
   * @param dead what is in the dead-letter queue
   * @param waiting what is in the retry queue
   * @param tooLarge records that no invocation can carry
   */
  public static BillingStatement read(
      Topic topic,
      String group,
      Map<RecordPlace, Expectation> readings,
      QueuedLetters dead,
      QueuedLetters waiting,
      Set<RecordPlace> tooLarge,
      Billing billing) {
    var unsettled = new Unsettled(readings);
    unsettled.without(tooLarge);
    dead.letters().forEach(unsettled::dead);
    waiting.letters().forEach(unsettled::waiting);
    Collection<Expectation> due = unsettled.due().values();
    return new BillingStatement(
        Topic.sum(topic.endOffsets()),
        due.stream().filter(BillingStatementReader::isFiltered).count(),
        dead.reasons(),
        waiting.reasons(),
        topic.lag(group),
        undeliverable(unsettled.due()),
        new TreeSet<>(tooLarge),
        rows(distinct(due), unsettled.open(), distinct(readings.values()), billing));
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
      List<BillableEvent> due, List<BillableEvent> open, List<BillableEvent> all, Billing billing) {
    var rows = new ArrayList<BillingStatement.Row>();
    var customers = new TreeMap<String, TreeSet<String>>();
    all.forEach(event ->
        customers.computeIfAbsent(event.customer(), customer -> new TreeSet<>()).add(event.name()));
    List<Measure> measures = Measure.of(all);
    customers.forEach((customer, names) ->
        measures.stream()
            .filter(measure -> names.contains(measure.eventName()))
            .map(measure ->
                new BillingStatement.Row(
                    customer,
                    measure,
                    sum(customer, measure, due),
                    sum(customer, measure, open),
                    billing.billed(customer, measure)))
            .forEach(rows::add));
    return rows;
  }

  private static BillableQuantity sum(
      String customer, Measure measure, List<BillableEvent> events) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .filter(event -> event.name().equals(measure.eventName()))
        .map(measure::of)
        .reduce(BillableQuantity.ZERO, BillableQuantity::plus);
  }
}
