package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.UsageEvent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what is odd about the events of one batch, in few words however many there are. */
final class WarningCount {
  private static final int MOST_TOLD = 20;

  private record Words(EventWarning kind, String safeText) {}

  private final Map<EventWarning, Integer> events = new EnumMap<>(EventWarning.class);
  private final Map<Words, Integer> told = new LinkedHashMap<>();
  private int untold;

  void add(UsageEvent event) {
    if (event.oddities().isEmpty()) {
      return;
    }
    event.warnings().forEach(kind -> events.merge(kind, 1, Integer::sum));
    event.oddities().forEach(this::add);
  }

  private void add(Oddity oddity) {
    var words = new Words(oddity.kind(), oddity.safeText());
    if (told.size() < MOST_TOLD || told.containsKey(words)) {
      told.merge(words, 1, Integer::sum);
    } else {
      untold++;
    }
  }

  Warnings counted() {
    return new Warnings(
        events,
        told.entrySet().stream()
            .map(one ->
                new Warnings.Told(one.getKey().kind(), one.getKey().safeText(), one.getValue()))
            .toList(),
        untold);
  }
}
