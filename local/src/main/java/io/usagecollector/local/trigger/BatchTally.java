package io.usagecollector.local.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;

/** Counts batches; read from other threads. Its memory is bounded. */
final class BatchTally {
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final Map<CutBy, Long> cut = new EnumMap<>(CutBy.class);
  private final ArrayDeque<End> lately = new ArrayDeque<>();
  private long ended;
  private Duration waited = Duration.ZERO;

  private record End(Instant at, Duration waited) {}

  synchronized void cut(CutBy by) {
    cut.merge(by, 1L, Long::sum);
  }

  /** A batch whose first record was read then is over now. */
  synchronized void ended(Instant read, Instant now) {
    var end = new End(now, Duration.between(read, now));
    ended++;
    waited = waited.plus(end.waited);
    lately.addLast(end);
    forget(now);
  }

  private void forget(Instant now) {
    Instant from = now.minus(LATELY);
    while (!lately.isEmpty() && (lately.size() > MOST || lately.getFirst().at.isBefore(from))) {
      lately.removeFirst();
    }
  }

  synchronized Batches batches(Instant now) {
    forget(now);
    return new Batches(cut, ended, waited, lately.stream().map(End::waited).toList());
  }
}
