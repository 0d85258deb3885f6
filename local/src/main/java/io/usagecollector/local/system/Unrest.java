package io.usagecollector.local.system;

import io.usagecollector.local.UsageException;
import io.usagecollector.local.chaos.ChaosPlan;
import io.usagecollector.local.chaos.Kills;
import io.usagecollector.local.chaos.Poison;
import io.usagecollector.local.chaos.QueueProxy;
import io.usagecollector.local.chaos.Strike;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** A plan of what goes wrong, put into the parts that it concerns. */
record Unrest(ChaosPlan plan, QueueProxy proxy, FlexpriceStandIn standIn) implements AutoCloseable {
  /** Puts the proxy between the functions and the queues; nothing goes wrong yet. */
  static Unrest prepare(ChaosPlan plan, URI queues, Optional<FlexpriceStandIn> billing) {
    FlexpriceStandIn standIn =
        billing.orElseThrow(() -> new UsageException("a real service cannot be told to misbehave"));
    return new Unrest(plan, QueueProxy.start(queues, plan.sends()), standIn);
  }

  /** Where the functions reach the queues. */
  URI queueEndpoint() {
    return proxy.endpoint();
  }

  /**
   * Lets go wrong what the plan holds.
   *
   * @param events the ids of events that are on their way
   * @param kill kills the functions
   */
  Kills unleash(Collection<String> events, Runnable kill) {
    for (Poison poison : plan.poison(events)) {
      standIn.faults().nextWith(poison.text(), poison.times(), poison.fault());
    }
    for (Strike strike : plan.strikes()) {
      if (strike.after() > 0) {
        standIn.faults().pass(strike.after());
      }
      standIn.faults().next(strike.times(), strike.fault());
    }
    return Kills.start(plan.kills(), standIn.requests()::ingestCount, kill);
  }

  @Override
  public void close() {
    proxy.close();
  }
}
