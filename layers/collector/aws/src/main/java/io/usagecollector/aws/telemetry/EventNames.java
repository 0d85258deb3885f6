package io.usagecollector.aws.telemetry;

import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import java.util.HashSet;
import java.util.Set;

/**
 * The event names that metrics tell apart: the first of one function instance, since CloudWatch
 * bills each as a metric of its own. Thread-safe.
 */
final class EventNames {
  /** How many. */
  static final int MOST = 20;

  private final Set<String> known = new HashSet<>();

  /** The name itself, or the one that stands for all others. */
  synchronized String toldApart(String name) {
    return known.contains(name) || (known.size() < MOST && known.add(name))
        ? name
        : AcceptedEvents.OTHERS;
  }
}
