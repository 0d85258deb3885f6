package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wanted for a customer who is not ready, so that whoever goes on knows it as well.
 *
 * @param since when it was first wanted, or may be tried again
 * @param name for people
 * @param firstEvent the time of the earliest event that anybody knew of
 */
public record Wish(Instant since, String name, Optional<Instant> firstEvent) {
  static Wish of(EnsureRequest request, Instant since) {
    return new Wish(since, request.name(), request.firstEvent());
  }

  /** Together with what another caller knows. */
  Wish and(EnsureRequest request) {
    return new Wish(since, name, earliest(firstEvent, request.firstEvent()));
  }

  Wish since(Instant since) {
    return new Wish(since, name, firstEvent);
  }

  EnsureRequest request(CustomerKey key, boolean fresh) {
    return new EnsureRequest(key, name, firstEvent, fresh);
  }

  private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
  }
}
