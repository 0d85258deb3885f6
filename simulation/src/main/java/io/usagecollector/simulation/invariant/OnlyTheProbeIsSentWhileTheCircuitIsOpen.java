package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Once one instance has told the others that the service is not to be called, an invocation that
 * begins five seconds later sends nothing, unless it is the one that took the probe. An instance
 * that could not reach the table, or whose clock has jumped, goes by itself.
 */
final class OnlyTheProbeIsSentWhileTheCircuitIsOpen implements Invariant {
  private static final long KNOWN_WITHIN = 5_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final OutOfStep misled = new OutOfStep();
  private final Map<String, Invocation> running = new HashMap<>();
  private final Set<Invocation> probes = new HashSet<>();
  private long openSince = NEVER;

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    switch (happening) {
      case Happening.Invoked(var invocation, int _, var _, var _) ->
          running.put(invocation.instance(), invocation);
      case Happening.CircuitSet(long at, String instance, boolean isOpen, boolean isProbe) -> {
        openSince = isOpen ? Math.min(openSince, at) : NEVER;
        if (isProbe && running.containsKey(instance)) {
          probes.add(running.get(instance));
        }
      }
      case Happening.Requested requested -> {
        Invocation invocation = requested.invocation();
        boolean knows =
            openSince != NEVER
                && invocation.start() > openSince + KNOWN_WITHIN
                && requested.start() > openSince + KNOWN_WITHIN;
        holds(
            !knows || probes.contains(invocation) || misled.is(invocation.instance()),
            "%s called the service, though the others had said %s ms before that it is not to be",
            invocation,
            invocation.start() - openSince);
      }
      default -> {}
    }
  }
}
