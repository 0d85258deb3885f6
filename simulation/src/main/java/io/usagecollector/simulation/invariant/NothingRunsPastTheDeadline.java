package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.time.Duration;

/** The platform never has to end an invocation, unless the instance's clock misled it. */
final class NothingRunsPastTheDeadline implements Invariant {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Misled misled = new Misled();

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    switch (happening) {
      case Happening.Requested(long _, var _, long _, Duration timeout, var _, var _) ->
          holds(
              timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
              "a request may take %s",
              timeout);
      case Happening.Died(long at, var invocation, String where) ->
          holds(
              at < invocation.deadline() || misled.is(invocation.instance()),
              "%s died %s",
              invocation,
              where);
      default -> {}
    }
  }
}
