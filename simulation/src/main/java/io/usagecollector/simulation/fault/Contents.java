package io.usagecollector.simulation.fault;

import io.usagecollector.simulation.event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What records are made of: probabilities of one part. All that is none of these is good.
 *
 * @param refused an event that the service refuses
 * @param poison an event that makes its bulk fail, in whichever way
 * @param faulty a part that the mapping fails on
 * @param filtered a part that the mapping drops
 * @param several a record of several parts
 */
public record Contents(
    double refused, double poison, double faulty, double filtered, double several) {
  private static final int MOST_PARTS = 4;
  private static final List<Kind> POISON =
      List.of(Kind.BREAKS, Kind.HANGS, Kind.RESETS, Kind.BLOCKED);

  public static Contents drawn(RandomGenerator random) {
    return new Contents(
        Faults.some(random, 0.3),
        random.nextInt(3) == 0 ? Faults.some(random, 0.1) : 0,
        Faults.some(random, 0.3),
        Faults.some(random, 0.3),
        Faults.some(random, 0.3));
  }

  /** A hundredth of the bad events: among many events the bound of requests is near then. */
  public Contents withFewBad() {
    return new Contents(refused / 100, poison / 100, faulty, filtered, several);
  }

  public List<Kind> record(RandomGenerator random) {
    int parts = random.nextDouble() < several ? random.nextInt(2, MOST_PARTS + 1) : 1;
    List<Kind> kinds = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      kinds.add(part(random));
    }
    return kinds;
  }

  private Kind part(RandomGenerator random) {
    if (random.nextDouble() < refused) {
      return Kind.REFUSED;
    }
    if (random.nextDouble() < poison) {
      return POISON.get(random.nextInt(POISON.size()));
    }
    if (random.nextDouble() < faulty) {
      return Kind.FAULTY;
    }
    return random.nextDouble() < filtered ? Kind.FILTERED : Kind.GOOD;
  }
}
