package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A function instance and its unkind trigger, in virtual time: batches come again until every
 * record is acknowledged, while service and queue fail by lot. A failure names its seed; {@code
 * -Dsimulation.seed=N} plays it again alone.
 */
class SimulationTest {
  private static final int RUNS = 400;

  @Test
  void theLawsHoldWhateverGoesWrong() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextLong() : seed;
    int drained = 0;
    for (long run = first; run < first + (seed == null ? RUNS : 1); run++) {
      try {
        drained += new Simulation(run).play() ? 1 : 0;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dsimulation.seed=" + run + ": " + e.getMessage(), e);
      }
    }
    assertThat(drained)
        .as("runs from seed %s that got every record settled", first)
        .isGreaterThan(seed == null ? RUNS / 2 : -1);
  }
}
