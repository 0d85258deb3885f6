package io.usagecollector.simulation.ledger;

import io.usagecollector.simulation.event.PartId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the retry queue holds, and what it has held. */
public final class Retries {
  private final Map<String, List<PartId>> all = new HashMap<>();
  private final Map<String, List<PartId>> live = new LinkedHashMap<>();
  private final Map<PartId, Integer> waiting = new HashMap<>();
  private final Map<PartId, Integer> times = new HashMap<>();

  void sent(String message, List<PartId> parts) {
    all.put(message, parts);
    live.put(message, parts);
    parts.forEach(part -> waiting.merge(part, 1, Integer::sum));
    parts.forEach(part -> times.merge(part, 1, Integer::sum));
  }

  void deleted(String message) {
    List<PartId> parts = live.remove(message);
    if (parts != null) {
      parts.forEach(part -> waiting.merge(part, -1, Integer::sum));
    }
  }

  /** What a message carried, whether or not it is still there. */
  public List<PartId> parts(String message) {
    return all.getOrDefault(message, List.of());
  }

  public boolean isWaiting(PartId part) {
    return waiting.getOrDefault(part, 0) > 0;
  }

  /** How often the queue took a letter of this part. */
  public int times(PartId part) {
    return times.getOrDefault(part, 0);
  }

  public boolean isEmpty() {
    return live.isEmpty();
  }

  /** The messages that are still there. */
  public Set<String> messages() {
    return live.keySet();
  }
}
