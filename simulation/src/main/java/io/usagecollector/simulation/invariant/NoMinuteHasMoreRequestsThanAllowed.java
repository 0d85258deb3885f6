package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All instances together send no more than the rate within any minute, as long as all of them reach
 * the table and their clocks agree.
 */
final class NoMinuteHasMoreRequestsThanAllowed implements Invariant {
  private static final long MINUTE = 60_000;

  private final Optional<Integer> perMinute;

  /** How many began when. They are told of when they end, so in another order. */
  private final TreeMap<Long, Integer> begun = new TreeMap<>();

  private boolean misled;

  /**
   * @param perMinute how many are allowed, where that is limited
   */
  NoMinuteHasMoreRequestsThanAllowed(Optional<Integer> perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled |=
        happening instanceof Happening.TableAway || happening instanceof Happening.ClockJumped;
    if (perMinute.isPresent() && happening instanceof Happening.Requested requested) {
      begun.merge(requested.start(), 1, Integer::sum);
      for (long first :
          begun.subMap(requested.start() - MINUTE, false, requested.start(), true).keySet()) {
        int within =
            begun.subMap(first, true, first + MINUTE, false).values().stream()
                .mapToInt(n -> n)
                .sum();
        holds(
            misled || within <= perMinute.get(),
            "%s requests in a minute in which %s are allowed",
            within,
            perMinute.get());
      }
    }
  }
}
