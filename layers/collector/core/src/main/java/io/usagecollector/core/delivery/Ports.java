package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.Sleeper;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.sink.Sink;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * All that a delivery touches outside itself. Each is thread-safe, and made after a snapshot is
 * restored.
 *
 * @param customers asked before events go out; nothing where nobody is asked for
 * @param retryQueue nothing where what cannot be delivered now has to be held
 */
public record Ports(
    Sink sink,
    Flights flights,
    Optional<Customers> customers,
    Letters deadLetters,
    Optional<RetryQueue> retryQueue,
    Gate gate,
    RetryPolicy retries,
    RetryTokens tokens,
    Sleeper sleeper,
    RandomGenerator random) {
  /** Those of a delivery that asks for no customers. */
  public Ports(
      Sink sink,
      Flights flights,
      Letters deadLetters,
      Optional<RetryQueue> retryQueue,
      Gate gate,
      RetryPolicy retries,
      RetryTokens tokens,
      Sleeper sleeper,
      RandomGenerator random) {
    this(
        sink,
        flights,
        Optional.empty(),
        deadLetters,
        retryQueue,
        gate,
        retries,
        tokens,
        sleeper,
        random);
  }
}
