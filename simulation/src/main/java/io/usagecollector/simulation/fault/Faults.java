package io.usagecollector.simulation.fault;

import java.util.random.RandomGenerator;

/**
 * How often what goes wrong, each a probability of one effect. Each world switches some off, so
 * that rare paths are not always hidden behind common ones.
 *
 * @param killed a process ends, before an effect or after it, before its answer is seen
 * @param unreachable no connection: nothing arrives
 * @param throttled 429, with or without Retry-After
 * @param unavailable 5xx, although some of the bulk may be stored
 * @param lostAnswer the events are stored, and no answer comes
 * @param strange an answer that no documentation explains, such as a page with a 200
 * @param slow a request or its answer takes about all of the time allowed
 * @param letterRefused a letter that its queue does not take
 * @param letterUnanswered a letter that its queue takes, but does not say so
 * @param notEnsured a customer that is not made sure of, although it may be there then
 * @param slowEnsure making sure of one takes about all of the time there is
 * @param slowMapping a record that takes long to map
 * @param shortTime an invocation with little time
 * @param rebalanced a partition goes to another poller, while its records are still with the first
 * @param repeated records are handed over again that were settled before
 * @param uncommitted an offset is not committed, though its records were settled
 * @param clockJump an instance's clock jumps
 */
public record Faults(
    double killed,
    double unreachable,
    double throttled,
    double unavailable,
    double lostAnswer,
    double strange,
    double slow,
    double letterRefused,
    double letterUnanswered,
    double notEnsured,
    double slowEnsure,
    double slowMapping,
    double shortTime,
    double rebalanced,
    double repeated,
    double uncommitted,
    double clockJump) {
  public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public static Faults drawn(RandomGenerator random) {
    return new Faults(
        some(random, 0.1),
        some(random, 0.2),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.2),
        some(random, 0.2),
        some(random, 0.4),
        some(random, 0.3),
        some(random, 0.6),
        some(random, 0.2),
        some(random, 0.2),
        some(random, 0.4),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.3),
        some(random, 0.1));
  }

  /** Off in half of the worlds, else anything up to the most. */
  static double some(RandomGenerator random, double most) {
    return random.nextBoolean() ? 0 : random.nextDouble(most);
  }
}
