package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Coordinates;

/**
 * A record that must not be acknowledged.
 *
 * @param at where it lies
 * @param why safe to log
 */
public record HeldRecord(Coordinates at, String why) {
  @Override
  public String toString() {
    return at + ": " + why;
  }
}
