package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Remedy;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes on with customers whom somebody began to ensure and nobody has finished: without an event
 * more of theirs no other call would. Thread-safe.
 */
public final class Sweep {
  private static final int PAGE = 100;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(2);

  private final EnsureItems items;
  private final EnsureService ensure;

  public Sweep(EnsureItems items, EnsureService ensure) {
    this.items = items;
    this.ensure = ensure;
  }

  /**
   * What came of it.
   *
   * @param ready how many are ready now
   * @param failed how many are not, though they were tried
   * @param complete whether all were tried that waited
   */
  public record Swept(int ready, int failed, boolean complete) {}

  /**
   * Takes those who wait since before that time, the longest first, until all were tried, the time
   * is up, or the credentials are refused.
   */
  public Swept run(Instant before, Deadline deadline) throws ItemsAwayException {
    Set<CustomerKey> tried = new HashSet<>();
    int ready = 0;
    int failed = 0;
    while (true) {
      List<CustomerKey> waiting = untried(before, tried);
      if (waiting.isEmpty()) {
        return new Swept(ready, failed, true);
      }
      for (CustomerKey key : waiting) {
        if (deadline.left().compareTo(SHORTEST_CALL) < 0) {
          return new Swept(ready, failed, false);
        }
        tried.add(key);
        switch (ensure.ensure(EnsureRequest.of(key), deadline.within(LONGEST_CALL))) {
          case EnsureAnswer.Ready _ -> ready++;
          case EnsureAnswer.Failed(EnsureFault fault) -> {
            failed++;
            if (fault.kind().remedy() == Remedy.CREDENTIALS) {
              return new Swept(ready, failed, false);
            }
          }
        }
      }
    }
  }

  /** Of the next page: those tried in vain are still the first of all. */
  private List<CustomerKey> untried(Instant before, Set<CustomerKey> tried)
      throws ItemsAwayException {
    return items.pendingSince(before, tried.size() + PAGE).stream()
        .filter(key -> !tried.contains(key))
        .toList();
  }
}
