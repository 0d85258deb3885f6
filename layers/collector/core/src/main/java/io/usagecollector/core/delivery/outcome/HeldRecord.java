package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.SourceHandle;

/**
 * A record or message that must not be acknowledged.
 *
 * @param handle what its source calls it
 * @param why safe to log
 */
public record HeldRecord(SourceHandle handle, String why) {
  @Override
  public String toString() {
    return handle + ": " + why;
  }
}
