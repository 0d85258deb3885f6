package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import java.util.HashSet;
import java.util.Set;

/**
 * The instances whose clock has jumped, or that went by themselves since the table was out of
 * reach: what hangs on their sense of time cannot be asked of them. Where instances share their
 * times, it cannot be asked of any of them then.
 */
final class OutOfStep {
  private final Set<String> instances = new HashSet<>();
  private boolean shared;

  void after(Happening happening) {
    switch (happening) {
      case Happening.ClockJumped(long _, String instance, long _) -> instances.add(instance);
      case Happening.TableAway(long _, String instance) -> instances.add(instance);
      case Happening.CircuitSet _ -> shared = true;
      default -> {}
    }
  }

  /** How often what an instance decided may have come too late, since another had decided since. */
  int beaten() {
    return shared ? 1 : 0;
  }

  boolean is(String instance) {
    return shared ? !instances.isEmpty() : instances.contains(instance);
  }
}
