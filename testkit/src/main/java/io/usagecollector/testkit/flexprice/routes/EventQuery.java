package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.StoredEvent;
import io.usagecollector.testkit.flexprice.state.StoredEventJson;
import io.usagecollector.testkit.store.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A question for a list of events; empty texts ask for any. The real table shows duplicates until a
 * merge; this one is always merged.
 */
record EventQuery(
    String customer,
    String name,
    String id,
    String source,
    TimeRange range,
    int pageSize,
    int offset,
    boolean ascending) {
  static final int DEFAULT_PAGE = 50;
  private static final Comparator<StoredEvent> BY_TIME =
      Comparator.comparing(StoredEvent::timestamp);

  /** GET lists take at most 50 and fall back to 50 for anything else. */
  static int listedPageSize(String text) {
    int size = number(text);
    return size > 0 && size <= DEFAULT_PAGE ? size : DEFAULT_PAGE;
  }

  static int offset(String text) {
    return Math.max(0, number(text));
  }

  ObjectNode answer(Collection<StoredEvent> events) {
    List<StoredEvent> found =
        events.stream()
            .filter(this::accepts)
            .sorted(ascending ? BY_TIME : BY_TIME.reversed())
            .toList();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    var page = answer.putArray("events");
    found.stream().skip(offset).limit(pageSize).map(StoredEventJson::shown).forEach(page::add);
    answer.put("has_more", offset + pageSize < found.size());
    if (!found.isEmpty()) {
      answer.put("total_count", found.size());
    }
    return answer.put("offset", offset + pageSize);
  }

  private boolean accepts(StoredEvent event) {
    return matches(customer, event.customer())
        && matches(name, event.name())
        && matches(id, event.id())
        && matches(source, event.source())
        && range.contains(event.timestamp());
  }

  private static boolean matches(String wanted, String given) {
    return wanted.isEmpty() || wanted.equals(given);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
