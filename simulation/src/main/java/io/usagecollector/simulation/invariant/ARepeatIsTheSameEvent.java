package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whatever goes out under one id has one time and one customer, in all invocations and under all
 * versions of the mapping; and the same bytes within an invocation.
 */
final class ARepeatIsTheSameEvent implements Invariant {
  private record Sent(UsageEvent event, int invocation) {}

  private final Map<String, Sent> last = new HashMap<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    if (happening instanceof Happening.Requested requested) {
      for (UsageEvent event : requested.events()) {
        int invocation = requested.invocation().number();
        Sent known = last.put(event.eventId(), new Sent(event, invocation));
        if (known != null) {
          same(known.event(), event, known.invocation() == invocation);
        }
      }
    }
  }

  private void same(UsageEvent known, UsageEvent event, boolean sameInvocation) {
    String id = event.eventId();
    holds(event.timestamp().equals(known.timestamp()), "%s has another time", id);
    holds(
        event.externalCustomerId().equals(known.externalCustomerId()),
        "%s has another customer",
        id);
    holds(!sameInvocation || Arrays.equals(event.json(), known.json()), "%s has other bytes", id);
  }
}
