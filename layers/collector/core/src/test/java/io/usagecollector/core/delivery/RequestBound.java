package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.Answer;

/**
 * What a batch costs in requests is bounded by its events and its bad events, as {@link Dispatch}
 * states it. A request that failed for a reason of its own may cost two more: its events were not
 * judged by it, and its halves go out in its place once others pass. One event more may go out to
 * see if any does.
 */
final class RequestBound implements Invariant {
  private final int bulk;
  private int judged;

  /**
   * @param bulk the most events of one request
   */
  RequestBound(int bulk) {
    this.bulk = bulk;
  }

  /** For B bulks of at most m, of which b events are refused for good. */
  static long of(long events, long bulk, long bad) {
    long bulks = (events + bulk - 1) / bulk;
    long depth = 64L - Long.numberOfLeadingZeros(Math.max(1, Math.min(bulk, events)) - 1);
    return Math.min(bulks + 3 * Math.min(bulks, bad) + 2 * bad * depth, 2 * events + 3 * bulks);
  }

  @Override
  public void afterCall(FaultySink.Exchange exchange) {
    switch (exchange.answer()) {
      case Answer.Accepted _, Answer.Invalid _ -> judged++;
      case Answer.Unauthorized _,
          Answer.Forbidden _,
          Answer.Misconfigured _,
          Answer.Throttled _,
          Answer.Transient _,
          Answer.Unknown _ -> {}
    }
  }

  @Override
  public void afterBatch(Invocation invocation) {
    long events = 0;
    long bad = 0;
    for (var record : invocation.batch().records()) {
      for (Part part : World.PIPELINE.process(record)) {
        if (part instanceof Part.Ready ready) {
          events++;
          bad += World.idOf(ready).startsWith("bad") ? 1 : 0;
        }
      }
    }
    var traffic = invocation.report().traffic();
    int fresh = traffic.requests() - traffic.repeats();
    int failed = traffic.requests() - judged;
    judged = 0;
    assertThat((long) fresh)
        .as("requests for %s events, of which %s are bad, %s failed", events, bad, failed)
        .isLessThanOrEqualTo(of(events, bulk, bad) + 2L * failed + 1);
    assertThat((long) fresh).isLessThanOrEqualTo(of(events, bulk, events) + 1);
  }
}
