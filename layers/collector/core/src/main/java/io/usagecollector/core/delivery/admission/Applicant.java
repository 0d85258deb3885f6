package io.usagecollector.core.delivery.admission;

import io.usagecollector.core.event.UsageEvent;
import java.util.List;

/**
 * A customer, and those of its events that want to go out.
 *
 * @param customer as its events name it
 * @param events one or more, in the order they came
 */
public record Applicant(String customer, List<UsageEvent> events) {
  public Applicant {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("nobody is asked for without an event");
    }
  }

  /** Without customer: a log line may hold it. */
  @Override
  public String toString() {
    return "Applicant[" + events.size() + " events]";
  }
}
