package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items that are not asked for a while once they were out of reach, so that of many customers not
 * each waits in vain. What is held is written down in any case.
 */
final class RestedItems implements EnsureItems {
  private final EnsureItems items;
  private final Duration rest;
  private final InstantSource clock;
  private volatile Instant awayUntil = Instant.MIN;

  RestedItems(EnsureItems items, Duration rest, InstantSource clock) {
    this.items = items;
    this.rest = rest;
    this.clock = clock;
  }

  private interface Call<T> {
    T make() throws ItemsAwayException;
  }

  private <T> T rested(Call<T> call) throws ItemsAwayException {
    if (awayUntil.isAfter(clock.instant())) {
      throw new ItemsAwayException("the items were out of reach a moment ago");
    }
    try {
      return call.make();
    } catch (ItemsAwayException e) {
      awayUntil = clock.instant().plus(rest);
      throw e;
    }
  }

  @Override
  public Optional<EnsureItem> read(CustomerKey key) throws ItemsAwayException {
    return rested(() -> items.read(key));
  }

  @Override
  public Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline)
      throws ItemsAwayException {
    return rested(() -> items.read(keys, deadline));
  }

  @Override
  public Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken)
      throws ItemsAwayException {
    return rested(() -> items.take(key, seen, taken));
  }

  @Override
  public Write write(CustomerKey key, EnsureItem held, EnsureItem next) throws ItemsAwayException {
    return items.write(key, held, next);
  }

  @Override
  public List<CustomerKey> pendingSince(Instant before, int most) throws ItemsAwayException {
    return items.pendingSince(before, most);
  }
}
