package io.usagecollector.simulation.ledger;

import io.usagecollector.core.delivery.outcome.Acknowledger;

/**
 * One invocation of one instance.
 *
 * @param number counts in the world
 * @param instance the process that runs it
 * @param acknowledger what its trigger understands
 * @param start milliseconds since 1970-01-01T00:00:00Z, by the world's clock
 * @param deadline when the platform ends it
 */
public record Invocation(
    int number, String instance, Acknowledger acknowledger, long start, long deadline) {
  @Override
  public String toString() {
    return instance + "#" + number;
  }
}
