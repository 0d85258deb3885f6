package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.Sleeper;
import io.usagecollector.simulation.clock.Killed;
import io.usagecollector.simulation.clock.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The calls of callers: they take time, and some callers do not live to see what comes of them. */
final class Calls implements InstantSource, Sleeper {
  private static final int THOUSAND = 1_000;

  private final Scheduler scheduler;
  private final RandomGenerator random;
  private final Mishaps mishaps;

  /** Tasks run one at a time, so this is whoever runs. */
  private final ThreadLocal<Boolean> dead = ThreadLocal.withInitial(() -> false);

  Calls(Scheduler scheduler, RandomGenerator random, Mishaps mishaps) {
    this.scheduler = scheduler;
    this.random = random;
    this.mishaps = mishaps;
  }

  /** On the way there, or on the way back. */
  void travel(int usualMillis) {
    mayDie();
    if (isOneOf(mishaps.paused())) {
      scheduler.sleep(random.nextLong(16_000, 60_000));
    }
    scheduler.sleep(
        isOneOf(mishaps.slow())
            ? random.nextLong(usualMillis, 6_000)
            : random.nextLong(1, usualMillis + 1L));
    mayDie();
  }

  private void mayDie() {
    if (dead.get() || (isOneOf(mishaps.killed()) && mortal())) {
      dead.set(true);
      throw new Killed("a caller was killed");
    }
  }

  private static boolean mortal() {
    return !Thread.currentThread().getName().startsWith("sweep");
  }

  /** Whether whoever runs is dead, and not only at the world's end. */
  boolean wasKilled() {
    return dead.get();
  }

  boolean answerIsLost() {
    return isOneOf(mishaps.lost());
  }

  boolean isDoneLate() {
    return isOneOf(mishaps.late());
  }

  boolean tableIsAway() {
    return isOneOf(mishaps.away());
  }

  /** Does something when its time has come, whoever asked for it. */
  void later(Supplier<?> work) {
    scheduler.spawn(
        "late request",
        () -> {
          scheduler.sleep(random.nextLong(1_000, 60_000));
          var _ = work.get();
        });
  }

  private boolean isOneOf(int perThousand) {
    return random.nextInt(THOUSAND) < perThousand;
  }

  RandomGenerator random() {
    return random;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(scheduler.now());
  }

  @Override
  public void sleep(Duration pause) {
    mayDie();
    scheduler.sleep(pause.toMillis());
    mayDie();
  }
}
