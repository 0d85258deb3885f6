package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of events into bulks within the limits, each as soon as it is full; an event beyond
 * them goes alone. At most one event is taken ahead. What was deferred again and again travels in
 * smaller and smaller company: an event that makes its bulk fail is found the sooner.
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
    int most = limits.events();
    while (bulk.size() < most) {
      Optional<PendingEvent> next = take();
      if (next.isEmpty()) {
        break;
      }
      long size = next.get().size();
      most = Math.min(most, company(next.get().inbound().attempts()));
      if (!bulk.isEmpty() && (bytes + size > limits.bytes() || bulk.size() >= most)) {
        ahead = next.get();
        break;
      }
      bytes += size;
      bulk.add(next.get());
    }
    return bulk.isEmpty() ? Optional.empty() : Optional.of(Bulk.of(bulk, bytes));
  }

  /** All there is room for at first, then an eighth, and an eighth of that, and none. */
  private int company(int attempts) {
    return attempts <= 1
        ? limits.events()
        : Math.max(1, limits.events() >> (3 * Math.min(attempts - 1, 10)));
  }

  private Optional<PendingEvent> take() {
    PendingEvent known = ahead;
    ahead = null;
    return known == null ? events.get() : Optional.of(known);
  }
}
