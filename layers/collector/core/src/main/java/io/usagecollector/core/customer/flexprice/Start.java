package io.usagecollector.core.customer.flexprice;

import java.time.Instant;
import java.util.Optional;

/**
 * From when a subscription shall bill.
 *
 * @param at a whole second
 * @param notBefore when what the customer was billed by until now ended: what was before that would
 *     be billed again
 */
record Start(Instant at, Instant notBefore) {
  /** The second of the first event, or of now, if that is sooner or no event is known. */
  static Start of(Optional<Instant> firstEvent, Instant now, Optional<Instant> lastEnd) {
    Instant first = firstEvent.filter(now::isAfter).orElse(now);
    Instant notBefore = lastEnd.map(Start::secondFrom).orElse(Instant.MIN);
    return new Start(later(Instant.ofEpochSecond(first.getEpochSecond()), notBefore), notBefore);
  }

  /** The sooner of this and of a draft that another attempt made, by what it knew. */
  Instant orSooner(Instant draft) {
    return draft.isBefore(at) ? later(draft, notBefore) : at;
  }

  private static Instant secondFrom(Instant end) {
    Instant second = Instant.ofEpochSecond(end.getEpochSecond());
    return second.equals(end) ? end : second.plusSeconds(1);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
