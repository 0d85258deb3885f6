package io.usagecollector.simulation.world;

import io.usagecollector.simulation.clock.Scheduler;
import io.usagecollector.simulation.fault.Faults;
import io.usagecollector.simulation.fault.Weather;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Journal;
import java.util.random.RandomGenerator;

/**
 * The world around one of its parts.
 *
 * @param random the one chance of the world: who draws when is settled by the scheduler
 */
public record Surroundings(
    Scheduler scheduler, RandomGenerator random, Weather weather, Journal journal) {
  /** Milliseconds since 1970-01-01T00:00:00Z, by no instance's clock. */
  public long now() {
    return scheduler.now();
  }

  /** What goes wrong by lot now. */
  public Faults faults() {
    return weather.at(now());
  }

  public boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  public void tell(Happening happening) {
    journal.tell(happening);
  }

  public void note(String text) {
    journal.tell(new Happening.Noted(now(), text));
  }
}
