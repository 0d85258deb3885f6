package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of events into bulks within the limits, each as soon as it is full; an event beyond
 * them goes alone. At most one event is taken ahead.
 */
public final class Packer {
  private final BulkLimits limits;
  private final Supplier<Optional<PendingEvent>> events;
  private @Nullable PendingEvent ahead;

  /**
   * @param events the next event each time, nothing once there is none
   */
  public Packer(BulkLimits limits, Supplier<Optional<PendingEvent>> events) {
    this.limits = limits;
    this.events = events;
  }

  /** The next bulk, if there is an event left. */
  public Optional<Bulk> next() {
    List<PendingEvent> bulk = new ArrayList<>();
    long bytes = 0;
    while (bulk.size() < limits.events()) {
      Optional<PendingEvent> next = take();
      if (next.isEmpty()) {
        break;
      }
      long size = next.get().size();
      if (bytes + size > limits.bytes() && !bulk.isEmpty()) {
        ahead = next.get();
        break;
      }
      bytes += size;
      bulk.add(next.get());
    }
    return bulk.isEmpty() ? Optional.empty() : Optional.of(Bulk.of(bulk, bytes));
  }

  private Optional<PendingEvent> take() {
    PendingEvent known = ahead;
    ahead = null;
    return known == null ? events.get() : Optional.of(known);
  }
}
