package io.usagecollector.simulation;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.simulation.function.Size;
import java.util.random.RandomGenerator;

/**
 * How large a world is. Most are small, so that many can be played; a few are as large as batches
 * get.
 *
 * @param partitions how many the topic has
 * @param records how many are produced before it clears up
 * @param mostInABatch how many records an invocation gets at most
 * @param size how much an instance sends
 * @param pollers how many read the topic, and so invoke the function at once
 * @param redelivering how many invocations of redeliver there are at once, at most
 * @param outage what becomes of records while the service is away for long
 * @param ensuring whether customers are made sure of before their events go out
 * @param acknowledger what the trigger understands
 */
record Setting(
    int partitions,
    int records,
    int mostInABatch,
    Size size,
    int pollers,
    int redelivering,
    Outage outage,
    boolean ensuring,
    Acknowledger acknowledger) {
  private static final int MOST_IN_FLIGHT = 5;
  private static final int ONE_IS_MIDDLE = 20;
  private static final int ONE_IS_LARGE = 500;

  static Setting drawn(RandomGenerator random) {
    if (random.nextInt(ONE_IS_LARGE) == 0) {
      return sized(random, 10_000, 10_000, 1_000);
    }
    return random.nextInt(ONE_IS_MIDDLE) == 0
        ? sized(random, 400, 300, 50)
        : sized(random, 40, 30, 8);
  }

  private static Setting sized(RandomGenerator random, int records, int batch, int bulk) {
    return new Setting(
        random.nextInt(1, 4),
        random.nextInt(1, records + 1),
        random.nextInt(1, batch + 1),
        new Size(random.nextInt(1, bulk + 1), random.nextInt(1, MOST_IN_FLIGHT + 1)),
        random.nextInt(1, 4),
        random.nextInt(1, 3),
        random.nextInt(4) == 0 ? Outage.DEFER : Outage.HOLD,
        random.nextBoolean(),
        random.nextBoolean() ? Acknowledger.PER_RECORD : Acknowledger.WHOLE_BATCH);
  }

  boolean isLarge() {
    return mostInABatch > 1_000;
  }
}
