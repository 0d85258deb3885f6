package io.usagecollector.core.delivery;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events that go out in one request.
 *
 * @param pending one or more
 * @param failures how many attempts have failed
 * @param notBefore when it may go out, milliseconds since 1970-01-01T00:00:00Z
 * @param lastAnswer what the last failed attempt ended with, or nothing; safe to log
 */
record Bulk(List<PendingEvent> pending, int failures, long notBefore, Optional<String> lastAnswer) {
  private static final int SEPARATOR = 1;

  Bulk {
    pending = List.copyOf(pending);
    if (pending.isEmpty()) {
      throw new IllegalArgumentException("a bulk holds at least one event");
    }
  }

  static Bulk of(List<PendingEvent> pending) {
    return new Bulk(pending, 0, Long.MIN_VALUE, Optional.empty());
  }

  /** Cuts events into bulks within the limits; an event beyond them goes alone. */
  static List<Bulk> pack(List<PendingEvent> events, BulkLimits limits) {
    List<Bulk> bulks = new ArrayList<>();
    int from = 0;
    while (from < events.size()) {
      int to = fill(events, from, limits);
      bulks.add(of(events.subList(from, to)));
      from = to;
    }
    return bulks;
  }

  private static int fill(List<PendingEvent> events, int from, BulkLimits limits) {
    long bytes = size(events.get(from));
    int to = from + 1;
    while (to < events.size() && to - from < limits.events()) {
      bytes += size(events.get(to));
      if (bytes > limits.bytes()) {
        break;
      }
      to++;
    }
    return to;
  }

  private static int size(PendingEvent pending) {
    return pending.event().json().length + SEPARATOR;
  }

  boolean isSingle() {
    return pending.size() == 1;
  }

  List<UsageEvent> events() {
    return pending.stream().map(PendingEvent::event).toList();
  }

  Bulk firstHalf() {
    return of(pending.subList(0, pending.size() / 2));
  }

  Bulk secondHalf() {
    return of(pending.subList(pending.size() / 2, pending.size()));
  }

  /** The same bytes, later. */
  Bulk again(long notBefore, String answer) {
    return new Bulk(pending, failures + 1, notBefore, Optional.of(answer));
  }
}
