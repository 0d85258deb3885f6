package io.usagecollector.core.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer that shall be there.
 *
 * @param name for people, where the service asks for one
 * @param firstEvent the time of the earliest event that is known of them; a subscription must have
 *     started by then, or that event is not billed
 * @param fresh whether what is remembered of the customer is not to be trusted, since the service
 *     seems to know better
 */
public record EnsureRequest(
    CustomerKey key, String name, Optional<Instant> firstEvent, boolean fresh) {
  /** One that nothing more is known of. */
  public static EnsureRequest of(CustomerKey key) {
    return new EnsureRequest(key, key.value(), Optional.empty(), false);
  }

  /** Without customer: a log line may hold it. */
  @Override
  public String toString() {
    return "EnsureRequest[" + key + "]";
  }
}
