package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import java.util.HashSet;
import java.util.Set;

/**
 * The instances whose clock has jumped: what hangs on their sense of time cannot be asked of them.
 */
final class Misled {
  private final Set<String> instances = new HashSet<>();

  void after(Happening happening) {
    if (happening instanceof Happening.ClockJumped(long _, String instance, long _)) {
      instances.add(instance);
    }
  }

  boolean is(String instance) {
    return instances.contains(instance);
  }
}
