package io.usagecollector.local.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How long a partition pauses after a failure: longer with each, never for good. Pure. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final int LONGEST_DOUBLING = 5;

  private final Map<TopicPartition, Instant> until = new HashMap<>();

  void failed(Set<TopicPartition> partitions, int attempts, Instant now) {
    int doublings = Math.clamp(attempts - 1L, 0, LONGEST_DOUBLING);
    Instant end = now.plus(FIRST.multipliedBy(1L << doublings));
    partitions.forEach(partition -> until.put(partition, end));
  }

  boolean mayGo(TopicPartition partition, Instant now) {
    return !now.isBefore(until.getOrDefault(partition, Instant.MIN));
  }
}
