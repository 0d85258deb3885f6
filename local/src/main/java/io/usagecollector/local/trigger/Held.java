package io.usagecollector.local.trigger;

/**
 * A record that was handed over, failed, and is not done yet.
 *
 * @param place where it lies
 * @param attempts how often it failed
 * @param reason why it failed last
 */
public record Held(RecordPlace place, int attempts, String reason) {}
