package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who is made for events is billed from the first of them on. */
final class BillingCountsTheFirstEvent implements Invariant {
  private final Map<Invocation, Map<String, Instant>> firstEvents = new HashMap<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.Applied(long _, var invocation, var first) ->
          firstEvents.put(invocation, first);
      case Happening.CustomerMade(long _, var invocation, String customer, Instant start) ->
          billed(firstEvents.getOrDefault(invocation, Map.of()), customer, start);
      case Happening.Reported(long _, var invocation, var _) -> firstEvents.remove(invocation);
      case Happening.Died(long _, var invocation, var _) -> firstEvents.remove(invocation);
      default -> {}
    }
  }

  private void billed(Map<String, Instant> firstEvents, String customer, Instant start) {
    Instant first = firstEvents.getOrDefault(customer, Instant.MIN);
    holds(
        !first.isBefore(start),
        "%s is billed from %s, and was made for an event of %s",
        customer,
        start,
        first);
  }
}
