package io.usagecollector.local.trigger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The records that wait for another attempt, with the reason; read from other threads. */
final class HeldRecords {
  private final Map<RecordPlace, Held> held = new ConcurrentSkipListMap<>();

  void failed(Collection<RecordPlace> places, String reason) {
    for (RecordPlace place : places) {
      held.merge(
          place,
          new Held(place, 1, reason),
          (before, now) -> new Held(place, before.attempts() + 1, reason));
    }
  }

  void done(Set<RecordPlace> places) {
    held.keySet().removeAll(places);
  }

  List<Held> list() {
    return List.copyOf(held.values());
  }

  /** How often the records failed that failed most. */
  int attempts(Set<RecordPlace> places) {
    return places.stream()
        .map(held::get)
        .filter(java.util.Objects::nonNull)
        .mapToInt(Held::attempts)
        .max()
        .orElse(0);
  }
}
