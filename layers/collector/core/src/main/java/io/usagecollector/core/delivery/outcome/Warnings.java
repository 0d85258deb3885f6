package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.EventWarning;
import java.util.List;
import java.util.Map;

/**
 * What was odd about events of a batch that are sent nevertheless. Safe to log.
 *
 * @param events how many of the events had which kind of oddity
 * @param told the first few of different words, in the order they were met
 * @param untold how many oddities are in other words than those
 */
public record Warnings(Map<EventWarning, Integer> events, List<Told> told, int untold) {
  public static final Warnings NONE = new Warnings(Map.of(), List.of(), 0);

  public Warnings {
    events = Map.copyOf(events);
    told = List.copyOf(told);
  }

  /** How many of the events had it. */
  public int count(EventWarning kind) {
    return events.getOrDefault(kind, 0);
  }

  /**
   * Oddities in the same words.
   *
   * @param safeText what it is, naming the key or property where that is no event's own word
   * @param times how often
   */
  public record Told(EventWarning kind, String safeText, int times) {
    /** {@code 3 times KEY_LEFT_OUT: evnt_name is no key of an event, ...}. */
    @Override
    public String toString() {
      return (times == 1 ? "once " : times + " times ") + kind + ": " + safeText;
    }
  }
}
