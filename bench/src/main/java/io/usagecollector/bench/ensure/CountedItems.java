package io.usagecollector.bench.ensure;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.EnsureItem;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.LocalItems;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Items in memory, in the place of the table: counts the requests that it would be sent. */
final class CountedItems implements EnsureItems {
  /** What one BatchGetItem may ask for. */
  private static final int KEYS_A_READ = 100;

  private final LocalItems items = new LocalItems(100_000);
  private final LongAdder requests = new LongAdder();

  long requests() {
    return requests.sum();
  }

  @Override
  public Optional<EnsureItem> read(CustomerKey key) {
    requests.increment();
    return items.read(key);
  }

  @Override
  public Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline) {
    requests.add((keys.size() + KEYS_A_READ - 1L) / KEYS_A_READ);
    return items.read(keys, deadline);
  }

  @Override
  public Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken) {
    requests.increment();
    return items.take(key, seen, taken);
  }

  @Override
  public Write write(CustomerKey key, EnsureItem held, EnsureItem next) {
    requests.increment();
    return items.write(key, held, next);
  }

  @Override
  public List<CustomerKey> pendingSince(Instant before, int most) {
    requests.increment();
    return items.pendingSince(before, most);
  }
}
