package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.simulation.billing.BillingService;
import io.usagecollector.simulation.clock.Killed;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The function as its trigger sees it: some instances, each of one invocation at a time, made when
 * none is idle, and by lot. A deploy gives new instances another mapping; the old ones live on.
 */
public final class ForwardFunction {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int SHORT_TIME = 5_000;
  private static final double COLD = 0.05;

  private final Surroundings world;
  private final BillingService service;
  private final Deploy deploy;
  private final Acknowledger acknowledger;
  private final Size size;
  private final List<Instance> idle = new ArrayList<>();
  private int instances;
  private int invocations;

  /** Which mapping is live when. */
  public record Deploy(Mapping before, Mapping after, long at) {}

  public ForwardFunction(
      Surroundings world,
      BillingService service,
      Deploy deploy,
      Acknowledger acknowledger,
      Size size) {
    this.world = world;
    this.service = service;
    this.deploy = deploy;
    this.acknowledger = acknowledger;
    this.size = size;
  }

  /** What its answer means, or nothing if it died. */
  public Optional<Acknowledgement> invoke(List<SourceRecord> records) {
    Instance instance = instance();
    var invocation =
        new Invocation(
            ++invocations, instance.toString(), acknowledger, world.now(), world.now() + limit());
    try {
      Acknowledgement answer = acknowledger.of(instance.deliver(invocation, records));
      idle.add(instance);
      return Optional.of(answer);
    } catch (Killed e) {
      if (instance.isDead()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private long limit() {
    return world.happens(world.faults().shortTime())
        ? 1 + world.random().nextInt(SHORT_TIME)
        : LIMIT.toMillis();
  }

  private Instance instance() {
    if (!idle.isEmpty() && !world.happens(COLD)) {
      return idle.remove(world.random().nextInt(idle.size()));
    }
    Mapping mapping = world.now() < deploy.at() ? deploy.before() : deploy.after();
    return new Instance(world, "forward-" + ++instances, service, mapping, size);
  }
}
