package io.usagecollector.local.monitor;

import java.util.List;
import java.util.OptionalLong;

/**
 * How long something took, each time.
 *
 * @param count how often, in all
 * @param sum nanoseconds, in all
 * @param lately nanoseconds each time of late, from the shortest on
 */
public record Latency(long count, long sum, List<Long> lately) {
  public static final Latency NONE = new Latency(0, 0, List.of());

  public Latency {
    lately = lately.stream().sorted().toList();
  }

  /** The least that so many percent of late took no longer than, if there were any. */
  OptionalLong percentile(int percent) {
    if (lately.isEmpty()) {
      return OptionalLong.empty();
    }
    int rank = (lately.size() * percent + 99) / 100;
    return OptionalLong.of(lately.get(rank - 1));
  }
}
