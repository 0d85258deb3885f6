package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whatever goes out under one id has one time and one customer, in all invocations and under all
 * versions of the mapping; and the same bytes within an invocation that maps each record once.
 */
final class ARepeatIsTheSameEvent implements Invariant {
  private record Sent(UsageEvent event, Invocation invocation) {}

  private final Map<String, Sent> last = new HashMap<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    if (happening instanceof Happening.Requested requested) {
      boolean mapsOnce = requested.invocation().instance().startsWith("forward");
      for (UsageEvent event : requested.events()) {
        Invocation invocation = requested.invocation();
        Sent known = last.put(event.eventId(), new Sent(event, invocation));
        if (known != null) {
          same(known.event(), event, known.invocation().equals(invocation) && mapsOnce);
        }
      }
    }
  }

  private void same(UsageEvent known, UsageEvent event, boolean sameBytes) {
    String id = event.eventId();
    holds(event.timestamp().equals(known.timestamp()), "%s has another time", id);
    holds(
        event.externalCustomerId().equals(known.externalCustomerId()),
        "%s has another customer",
        id);
    holds(!sameBytes || Arrays.equals(event.json(), known.json()), "%s has other bytes", id);
  }
}
