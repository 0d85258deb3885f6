package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Ensured;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The customers that a process knows to be ready, those asked for last. Thread-safe. */
final class ReadyCache {
  private record Known(Ensured ensured, Instant until) {}

  private final Map<CustomerKey, Known> known;

  ReadyCache(int most) {
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<CustomerKey, Known> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<Ensured> get(CustomerKey key, Instant now) {
    return Optional.ofNullable(known.get(key))
        .filter(one -> one.until().isAfter(now))
        .map(Known::ensured);
  }

  /** Remembers that the customer is there, which is nothing that a later call created. */
  synchronized void put(Ensured ensured, Instant until) {
    var later = new Ensured(ensured.customer(), ensured.subscription(), Ensured.Created.NOTHING);
    known.put(ensured.customer().key(), new Known(later, until));
  }

  synchronized void forget(CustomerKey key) {
    known.remove(key);
  }
}
