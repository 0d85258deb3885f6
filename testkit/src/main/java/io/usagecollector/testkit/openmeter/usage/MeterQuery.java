package io.usagecollector.testkit.openmeter.usage;

import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Customers;
import io.usagecollector.testkit.openmeter.catalog.Meter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question to a meter.
 *
 * @param subjects whose events; empty for everybody's
 * @param customers whose events by their subjects and keys; empty for everybody's
 */
public record MeterQuery(
    Meter meter,
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> subjects,
    List<Customer> customers,
    boolean bySubject,
    boolean byCustomer) {

  /** One line of the answer; what is not asked apart is nothing. */
  public record Row(
      double value,
      Instant from,
      Instant to,
      @Nullable String subject,
      @Nullable String customerId) {}

  private record Group(@Nullable String subject, @Nullable String customerId) {}

  /** A float64 sum, in the order stored; no line for what has no events. */
  public List<Row> answer(EventStore store, Customers all) {
    Map<Group, List<StoredEvent>> groups = new LinkedHashMap<>();
    Set<String> theirs = theirSubjects();
    for (StoredEvent event : store.ofType(meter.eventType())) {
      if (isWanted(event, theirs)) {
        groups.computeIfAbsent(group(event, all), group -> new ArrayList<>()).add(event);
      }
    }
    return groups.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
  }

  private boolean isWanted(StoredEvent event, Set<String> theirs) {
    return (from == null || !event.time().isBefore(from))
        && (to == null || event.time().isBefore(to))
        && (subjects.isEmpty() || subjects.contains(event.subject()))
        && (customers.isEmpty() || theirs.contains(event.subject()));
  }

  private Set<String> theirSubjects() {
    return customers.stream()
        .flatMap(c -> Stream.concat(Stream.ofNullable(c.key()), c.subjectKeys().stream()))
        .collect(Collectors.toSet());
  }

  private Group group(StoredEvent event, Customers all) {
    Optional<String> customer =
        byCustomer ? all.ofSubject(event.subject()).map(Customer::id) : Optional.empty();
    return new Group(bySubject ? event.subject() : null, customer.orElse(null));
  }

  private Row row(Group group, List<StoredEvent> events) {
    double sum = 0;
    for (StoredEvent event : events) {
      sum += MeterValue.of(meter, event);
    }
    List<Instant> times = events.stream().map(StoredEvent::time).sorted().toList();
    return new Row(
        sum,
        from == null ? times.getFirst().truncatedTo(ChronoUnit.MINUTES) : from,
        to == null ? times.getLast().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60) : to,
        group.subject(),
        group.customerId());
  }
}
