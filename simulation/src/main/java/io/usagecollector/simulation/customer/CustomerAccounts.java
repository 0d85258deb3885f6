package io.usagecollector.simulation.customer;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The customers that the billing service knows, each with the start of its subscription. */
public final class CustomerAccounts {
  private final Surroundings world;
  private final Map<CustomerKey, Instant> starts = new HashMap<>();

  public CustomerAccounts(Surroundings world) {
    this.world = world;
  }

  boolean knows(CustomerKey key) {
    return starts.containsKey(key);
  }

  /** Makes one that is not there, with a subscription from its first event on, or from now. */
  void make(Invocation by, CustomerKey key, Optional<Instant> firstEvent) {
    if (!knows(key)) {
      Instant start = firstEvent.orElse(Instant.ofEpochMilli(world.now()));
      starts.put(key, start);
      world.tell(new Happening.CustomerMade(world.now(), by, key.value(), start));
    }
  }
}
