package io.usagecollector.core.sink;

/**
 * How much one bulk may hold.
 *
 * @param events how many events
 * @param bytes how many bytes of events, each with the one byte that parts it from the next
 */
public record BulkLimits(int events, int bytes) {
  public BulkLimits {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException("a bulk holds at least one event and one byte");
    }
  }
}
