package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the accepted events of one batch by name, and how old they were. Names mostly come in
 * runs, so that most events cost a comparison.
 */
final class AcceptedCount {
  /** Earlier times are no record's: seconds taken for milliseconds, or none at all. */
  private static final long YEAR_2001 = 978_307_200_000L;

  private final Map<String, Integer> byName = new HashMap<>();
  private int aged;
  private long longest;
  private long total;

  /**
   * Takes a bulk that was accepted.
   *
   * @param now milliseconds since 1970-01-01T00:00:00Z
   */
  void add(List<PendingEvent> accepted, long now) {
    String name = "";
    int run = 0;
    for (PendingEvent pending : accepted) {
      age(pending.inbound().writtenAt(), now);
      String next = pending.event().eventName();
      if (!next.equals(name)) {
        count(name, run);
        name = next;
        run = 0;
      }
      run++;
    }
    count(name, run);
  }

  AcceptedEvents counted() {
    return new AcceptedEvents(byName, new AcceptedEvents.Ages(aged, longest, total));
  }

  private void age(long writtenAt, long now) {
    if (writtenAt >= YEAR_2001) {
      long age = Math.max(0, now - writtenAt);
      aged++;
      longest = Math.max(longest, age);
      total += age;
    }
  }

  private void count(String name, int run) {
    if (run > 0) {
      boolean known = byName.containsKey(name) || byName.size() < AcceptedEvents.MOST_NAMES;
      byName.merge(known ? name : AcceptedEvents.OTHERS, run, Integer::sum);
    }
  }
}
