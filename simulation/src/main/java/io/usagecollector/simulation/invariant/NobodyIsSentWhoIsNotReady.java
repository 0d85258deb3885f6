package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;

/** Where customers are made sure of, no event goes out of one that the service does not know. */
final class NobodyIsSentWhoIsNotReady implements Invariant {
  private final boolean ensuring;
  private final Map<String, Long> made = new HashMap<>();

  NobodyIsSentWhoIsNotReady(boolean ensuring) {
    this.ensuring = ensuring;
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.CustomerMade(long at, var _, String customer, var _) ->
          made.putIfAbsent(customer, at);
      case Happening.Requested requested when ensuring ->
          requested.events().forEach(event -> known(event, requested));
      default -> {}
    }
  }

  private void known(UsageEvent event, Happening.Requested requested) {
    holds(
        made.getOrDefault(event.externalCustomerId(), Long.MAX_VALUE) <= requested.start(),
        "%s sent %s, whose customer was not there",
        requested.invocation(),
        event.eventId());
  }
}
