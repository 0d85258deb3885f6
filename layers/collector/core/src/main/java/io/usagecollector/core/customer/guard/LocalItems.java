package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Items that one process keeps for itself, where there is no table: they keep its own threads
 * apart, and nobody else. Of those who are ready the ones not asked for the longest are forgotten.
 */
public final class LocalItems implements EnsureItems {
  private final Map<CustomerKey, EnsureItem> items;

  /**
   * @param most how many customers are remembered
   */
  public LocalItems(int most) {
    this.items =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<CustomerKey, EnsureItem> eldest) {
            return size() > most && eldest.getValue().state() instanceof EnsureState.Ready;
          }
        };
  }

  @Override
  public synchronized Optional<EnsureItem> read(CustomerKey key) {
    return Optional.ofNullable(items.get(key));
  }

  @Override
  public synchronized Map<CustomerKey, EnsureItem> read(
      Collection<CustomerKey> keys, Deadline deadline) {
    var found = new HashMap<CustomerKey, EnsureItem>();
    for (CustomerKey key : keys) {
      read(key).ifPresent(item -> found.put(key, item));
    }
    return found;
  }

  @Override
  public synchronized Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken) {
    return write(key, taken, Optional.ofNullable(items.get(key)).equals(seen));
  }

  @Override
  public synchronized Write write(CustomerKey key, EnsureItem held, EnsureItem next) {
    return write(key, next, isHeld(items.get(key), held));
  }

  private Write write(CustomerKey key, EnsureItem next, boolean holds) {
    if (!holds) {
      return new Write.Beaten();
    }
    items.put(key, next);
    return new Write.Done();
  }

  private static boolean isHeld(@Nullable EnsureItem stands, EnsureItem held) {
    return stands != null
        && stands.fence() == held.fence()
        && stands
            .lease()
            .map(EnsureItem.Lease::owner)
            .equals(held.lease().map(EnsureItem.Lease::owner));
  }

  @Override
  public synchronized List<CustomerKey> pendingSince(Instant before, int most) {
    record Waiting(CustomerKey key, Instant since) {}
    var waiting = new ArrayList<Waiting>();
    items.forEach((key, item) ->
        item.state()
            .wanted()
            .filter(wish -> wish.since().isBefore(before))
            .ifPresent(wish -> waiting.add(new Waiting(key, wish.since()))));
    return waiting.stream()
        .sorted(Comparator.comparing(Waiting::since))
        .limit(most)
        .map(Waiting::key)
        .toList();
  }
}
