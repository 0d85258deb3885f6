package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Items of which some calls find nothing there, and all are counted. */
final class FragileItems implements EnsureItems {
  /** The calls. */
  enum Call {
    READ,
    READ_MANY,
    TAKE,
    WRITE
  }

  final LocalItems items;
  final Set<Call> away = EnumSet.noneOf(Call.class);
  int calls;

  FragileItems(LocalItems items) {
    this.items = items;
  }

  private void call(Call call) throws ItemsAwayException {
    calls++;
    if (away.contains(call)) {
      throw new ItemsAwayException("no table today");
    }
  }

  @Override
  public Optional<EnsureItem> read(CustomerKey key) throws ItemsAwayException {
    call(Call.READ);
    return items.read(key);
  }

  @Override
  public Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline)
      throws ItemsAwayException {
    call(Call.READ_MANY);
    return items.read(keys, deadline);
  }

  @Override
  public Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken)
      throws ItemsAwayException {
    call(Call.TAKE);
    return items.take(key, seen, taken);
  }

  @Override
  public Write write(CustomerKey key, EnsureItem held, EnsureItem next) throws ItemsAwayException {
    call(Call.WRITE);
    return items.write(key, held, next);
  }

  @Override
  public List<CustomerKey> pendingSince(Instant before, int most) throws ItemsAwayException {
    return items.pendingSince(before, most);
  }
}
