package io.usagecollector.bloblang.extension;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counts of {@code count("name")}, shared by the mappings of one environment. Thread-safe. */
public final class Counts {
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  /** Counts up and answers the new count, from 1. */
  public long next(String name) {
    return counts.merge(name, 1L, Long::sum);
  }
}
