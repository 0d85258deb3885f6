package io.usagecollector.simulation.function;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** An instance's clock, which may jump. */
final class SkewedClock implements InstantSource {
  private static final int LONGEST_JUMP = (int) Duration.ofMinutes(5).toMillis();

  private final Surroundings world;
  private final String instance;
  private long skew;

  SkewedClock(Surroundings world, String instance) {
    this.world = world;
    this.instance = instance;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(world.now() + skew);
  }

  @Override
  public long millis() {
    return world.now() + skew;
  }

  /** It may jump now, forth or back. */
  void mayJump() {
    if (world.happens(world.faults().clockJump())) {
      long jump = world.random().nextInt(-LONGEST_JUMP, LONGEST_JUMP);
      skew += jump;
      world.tell(new Happening.ClockJumped(world.now(), instance, jump));
    }
  }
}
