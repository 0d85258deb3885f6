package io.usagecollector.simulation.table;

import io.usagecollector.core.delivery.gate.RequestRate;
import io.usagecollector.simulation.fault.Weather;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the instances of a world share, if anything.
 *
 * @param isThere whether there is a table
 * @param rate how many requests all of them may send, where that is limited
 * @param away how often the table is out of reach, a probability of one call
 * @param unanswered how often it does what it was asked and does not say so
 */
public record Sharing(boolean isThere, Optional<RequestRate> rate, double away, double unanswered) {
  private static final int ONE_IS_LIMITED = 4;
  private static final int FEWEST = 6;
  private static final int MOST = 120;
  private static final double MOST_FAULTS = 0.2;

  /** Every instance goes by itself. */
  public static final Sharing NOTHING = new Sharing(false, Optional.empty(), 0, 0);

  /**
   * As the seed has it.
   *
   * @param isLarge whether the world has more events than a budget lets through in its time
   */
  public static Sharing drawn(RandomGenerator random, boolean isLarge) {
    if (random.nextBoolean()) {
      return NOTHING;
    }
    boolean limited = random.nextInt(ONE_IS_LIMITED) == 0 && !isLarge;
    boolean kind = random.nextBoolean();
    return new Sharing(
        true,
        limited ? Optional.of(new RequestRate(random.nextInt(FEWEST, MOST))) : Optional.empty(),
        kind ? 0 : random.nextDouble(MOST_FAULTS),
        kind ? 0 : random.nextDouble(MOST_FAULTS));
  }

  double away(Weather weather, long now) {
    return weather.isClear(now) ? 0 : away;
  }

  double unanswered(Weather weather, long now) {
    return weather.isClear(now) ? 0 : unanswered;
  }
}
