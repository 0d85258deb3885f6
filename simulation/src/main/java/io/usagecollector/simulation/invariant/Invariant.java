package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;

/** One law. It is shown everything that happens, and the ledger as it is right after. */
public interface Invariant {
  default void after(Happening happening, Ledger ledger) {}

  /** Once all has cleared up, and time has passed for the rest to be settled. */
  default void atTheEnd(Ledger ledger) {}

  /** The law, as a failure names it. */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * Says that the law is broken, unless it holds.
   *
   * @param what what was found, with {@code %s} for each value
   */
  default void holds(boolean law, String what, Object... values) {
    if (!law) {
      throw Violation.of(name(), what, values);
    }
  }
}
