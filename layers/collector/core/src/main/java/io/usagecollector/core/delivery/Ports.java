package io.usagecollector.core.delivery;

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
 * @param retryQueue nothing where what cannot be delivered now has to be held
 */
public record Ports(
    Sink sink,
    Flights flights,
    Letters deadLetters,
    Optional<RetryQueue> retryQueue,
    Gate gate,
    RetryPolicy retries,
    RetryTokens tokens,
    Sleeper sleeper,
    RandomGenerator random) {}
