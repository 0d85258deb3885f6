package io.usagecollector.testkit.flexprice.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server's two tables: events, and usage per customer and meter. Accepted events wait until
 * they are due, then meet the meters known by then. Not thread-safe: its owner holds one lock.
 */
public final class EventLedger {
  private final Map<String, Meter> meters = new LinkedHashMap<>();
  private final Map<String, List<Meter>> metersByName = new HashMap<>();
  private final Map<StoredEvent.Key, StoredEvent> events = new LinkedHashMap<>();
  private final Map<BookKey, UsageBook> books = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Deque<Due> waiting = new ArrayDeque<>();
  private long processed;

  private record BookKey(String customer, String meterId) {}

  private record Due(Instant at, StoredEvent event) {}

  /** How many events have been processed; the {@link Meter#knownFrom} of a meter made now. */
  public long processed() {
    return processed;
  }

  public void add(Meter meter) {
    meters.put(meter.id(), meter);
    metersByName.computeIfAbsent(meter.eventName(), name -> new ArrayList<>()).add(meter);
  }

  public Collection<Meter> meters() {
    return Collections.unmodifiableCollection(meters.values());
  }

  /** Takes an accepted event, to be processed at {@code due}. */
  public void accept(StoredEvent event, Instant due) {
    waiting.addLast(new Due(due, event));
  }

  /** Processes what is due by {@code now}. */
  public void processUntil(Instant now) {
    while (!waiting.isEmpty() && !waiting.peekFirst().at().isAfter(now)) {
      process(waiting.removeFirst().event());
    }
  }

  /** The events as the events table shows them. */
  public Collection<StoredEvent> events() {
    return Collections.unmodifiableCollection(events.values());
  }

  /** What a customer used on a meter in [start, end). */
  public Usage usage(
      String customer, String meterId, AggregationType type, Instant start, Instant end) {
    UsageBook book = books.get(new BookKey(customer, meterId));
    return book == null ? Usage.NONE : book.total(type, start, end);
  }

  /** The meters that count an event. */
  public List<Meter> counting(StoredEvent event) {
    return matching(event.name()).stream()
        .filter(meter -> meter.accepts(event.properties()))
        .toList();
  }

  private void process(StoredEvent event) {
    long number = processed++;
    int year = event.timestamp().atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > 9999) {
      return; // Go cannot write such a time as JSON: the publish fails after the 202.
    }
    StoredEvent kept = sharing(event);
    if (!kept.name().isEmpty()) { // a blank name never reaches the events table
      events.put(kept.key(), kept);
    }
    for (Meter meter : matching(kept.name())) {
      if (meter.knownFrom() <= number && meter.accepts(kept.properties())) {
        book(kept.customer(), meter)
            .put(
                kept.billedSecond(),
                kept.id(),
                meter.quantity(kept.properties()),
                meter.unique(kept.name(), kept.properties()));
      }
    }
  }

  /** An empty name is no filter in the server's meter lookup: every meter matches. */
  private Collection<Meter> matching(String name) {
    return name.isEmpty() ? meters.values() : metersByName.getOrDefault(name, List.of());
  }

  private UsageBook book(String customer, Meter meter) {
    return books.computeIfAbsent(new BookKey(customer, meter.id()), key -> new UsageBook());
  }

  /** The same event with names that repeat kept once. */
  private StoredEvent sharing(StoredEvent event) {
    return new StoredEvent(
        event.id(),
        shared(event.name()),
        shared(event.customer()),
        shared(event.customerId()),
        shared(event.source()),
        event.timestamp(),
        event.properties());
  }

  private String shared(String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
