package io.usagecollector.testkit.openmeter.usage;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sink and its table. What is due is flushed at once: of events alike the first flushed stays,
 * the last within one flush. Not thread-safe: its owner holds one lock.
 */
public final class EventStore {
  private final boolean dedupes;
  private final Deque<Due> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, List<StoredEvent>> byType = new HashMap<>();

  private record Due(Instant at, StoredEvent event) {}

  public EventStore(boolean dedupes) {
    this.dedupes = dedupes;
  }

  /** Takes an event, to be stored at {@code due}. */
  public void accept(StoredEvent event, Instant due) {
    waiting.addLast(new Due(due, event));
  }

  /** Stores what is due by {@code now}. */
  public void flushUntil(Instant now) {
    Map<String, StoredEvent> flush = new LinkedHashMap<>();
    while (!waiting.isEmpty() && !waiting.peekFirst().at().isAfter(now)) {
      StoredEvent event = waiting.removeFirst().event();
      if (event.isStorable()) {
        flush.put(dedupes ? event.duplicateKey() : Integer.toString(flush.size()), event);
      }
    }
    flush.forEach((key, event) -> {
      if (!dedupes || seen.add(key)) {
        store(event.wrapped());
      }
    });
  }

  /** In the order they were stored. */
  public List<StoredEvent> all() {
    return Collections.unmodifiableList(events);
  }

  /** In the order they were stored. */
  public List<StoredEvent> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  private void store(StoredEvent event) {
    events.add(event);
    byType.computeIfAbsent(event.type(), type -> new ArrayList<>()).add(event);
  }
}
