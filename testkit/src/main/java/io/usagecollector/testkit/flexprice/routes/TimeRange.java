package io.usagecollector.testkit.flexprice.routes;

import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** [start, end) of a question about events; without times, the last seven days. */
record TimeRange(Instant start, Instant end) {
  private static final Duration LOOKED_BACK = Duration.ofDays(7);

  /**
   * @param refusal the handler's message for a range that runs backwards
   */
  static TimeRange of(Optional<Instant> start, Optional<Instant> end, Instant now, String refusal) {
    Instant last = end.orElse(now);
    Instant first = start.orElseGet(() -> last.minus(LOOKED_BACK));
    if (last.isBefore(first)) {
      throw new Refused(ApiProblem.validation(refusal));
    }
    return new TimeRange(first, last);
  }

  boolean contains(Instant time) {
    return !time.isBefore(start) && time.isBefore(end);
  }
}
