package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.EnsureItem;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that is somewhere else. */
final class SimulatedItems implements EnsureItems {
  private static final int MILLIS = 10;

  private final EnsureItems items;
  private final Calls calls;

  SimulatedItems(EnsureItems items, Calls calls) {
    this.items = items;
    this.calls = calls;
  }

  private interface Call<T> {
    T make() throws ItemsAwayException;
  }

  /** Away before it is done, or after. */
  private <T> T call(Call<T> call) throws ItemsAwayException {
    calls.travel(MILLIS);
    away();
    T answer = call.make();
    calls.travel(MILLIS);
    away();
    return answer;
  }

  private void away() throws ItemsAwayException {
    if (calls.tableIsAway()) {
      throw new ItemsAwayException("the table is away");
    }
  }

  @Override
  public Optional<EnsureItem> read(CustomerKey key) throws ItemsAwayException {
    return call(() -> items.read(key));
  }

  @Override
  public Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline)
      throws ItemsAwayException {
    return call(() -> items.read(keys, deadline));
  }

  @Override
  public Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken)
      throws ItemsAwayException {
    return call(() -> items.take(key, seen, taken));
  }

  @Override
  public Write write(CustomerKey key, EnsureItem held, EnsureItem next) throws ItemsAwayException {
    return call(() -> items.write(key, held, next));
  }

  @Override
  public List<CustomerKey> pendingSince(Instant before, int most) throws ItemsAwayException {
    return call(() -> items.pendingSince(before, most));
  }
}
