package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.simulation.clock.Killed;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The instances of one function, each of one invocation at a time, made when none is idle, and by
 * lot. A deploy gives new instances another mapping; the old ones live on.
 */
public final class Fleet {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int SHORT_TIME = 5_000;
  private static final double COLD = 0.05;

  private final Surroundings world;
  private final String function;
  private final Outside outside;
  private final Deploy deploy;
  private final Size size;
  private final List<Instance> idle = new ArrayList<>();
  private int instances;
  private int invocations;

  /** Which mapping is live when. */
  public record Deploy(Mapping before, Mapping after, long at) {}

  public Fleet(Surroundings world, String function, Outside outside, Deploy deploy, Size size) {
    this.world = world;
    this.function = function;
    this.outside = outside;
    this.deploy = deploy;
    this.size = size;
  }

  /** Runs an invocation. Gives nothing if the instance died over it. */
  <T> Optional<T> invoke(Acknowledger acknowledger, BiFunction<Instance, Invocation, T> work) {
    Instance instance = instance();
    var invocation =
        new Invocation(
            ++invocations, instance.toString(), acknowledger, world.now(), world.now() + limit());
    try {
      T answer = work.apply(instance, invocation);
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
    return new Instance(world, function + "-" + ++instances, outside, mapping, size);
  }
}
