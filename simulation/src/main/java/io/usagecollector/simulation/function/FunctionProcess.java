package io.usagecollector.simulation.function;

import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.clock.Killed;
import io.usagecollector.simulation.clock.Scheduler;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process that an instance runs in. It may end at every effect: before it, or after it and
 * before its answer is seen. Between two effects it changes its own memory alone, which ends with
 * it, so this is a crash at any instruction. Past the deadline the platform ends it.
 */
final class FunctionProcess implements Connection {
  private final Surroundings world;
  private @Nullable Invocation invocation;
  private final Scheduler.Signal arrival;
  private boolean dead;

  FunctionProcess(Surroundings world) {
    this.world = world;
    this.arrival = world.scheduler().signal();
  }

  /** What it runs now. */
  void begin(Invocation begun) {
    invocation = begun;
  }

  Invocation invocation() {
    Invocation known = invocation;
    if (known == null) {
      throw new IllegalStateException("an effect outside of an invocation");
    }
    return known;
  }

  boolean isDead() {
    return dead;
  }

  /** Does something that others see. */
  @Override
  public <T> T effect(String what, Supplier<T> effect) {
    mayDie("before it could " + what);
    T result = effect.get();
    mayDie("before it knew that it did " + what);
    return result;
  }

  @Override
  public String holder() {
    return invocation().instance();
  }

  /** Lets time pass. */
  void pause(long millis) {
    waitUntil(world.now() + millis);
  }

  /** Lets time pass, unless the platform ends it first. */
  @Override
  public void waitUntil(long when) {
    live();
    world.scheduler().sleepUntil(Math.min(when, invocation().deadline()));
    outlive();
  }

  /** Lets time pass until something is there. */
  void await(long when) {
    live();
    arrival.await(Math.min(when, invocation().deadline()));
    outlive();
  }

  /** Something is there that may be awaited. */
  void arrived() {
    arrival.raise();
  }

  private void outlive() {
    live();
    if (world.now() >= invocation().deadline()) {
      die("at the deadline");
    }
  }

  private void mayDie(String where) {
    live();
    if (world.happens(world.faults().killed())) {
      die(where);
    }
  }

  private void live() {
    if (dead) {
      throw new Killed("it is dead");
    }
  }

  private void die(String where) {
    dead = true;
    arrival.raise();
    world.tell(new Happening.Died(world.now(), invocation(), where));
    throw new Killed(where);
  }
}
