package io.usagecollector.local.chaos;

import io.usagecollector.testkit.fault.Fault;

/**
 * An event that the billing service fails on for a while, whatever comes with it.
 *
 * @param eventId the event
 * @param times how many requests that hold it meet the fault
 */
public record Poison(String eventId, int times, Fault fault) {
  /** What a body holds that holds the event. */
  public String text() {
    return "\"" + eventId + "\"";
  }
}
