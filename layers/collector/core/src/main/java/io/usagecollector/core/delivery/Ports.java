package io.usagecollector.core.delivery;

import io.usagecollector.core.sink.Sink;
import java.util.random.RandomGenerator;

/**
 * All that a delivery touches outside itself. Each is thread-safe, and made after a snapshot is
 * restored.
 */
public record Ports(
    Sink sink,
    DeadLetters deadLetters,
    ServiceGate gate,
    RetryPolicy retries,
    Sleeper sleeper,
    RandomGenerator random) {}
