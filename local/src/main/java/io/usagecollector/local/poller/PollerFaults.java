package io.usagecollector.local.poller;

/**
 * How unkind the mapping is, as probabilities from 0 to 1, each drawn by seed.
 *
 * @param lostDelete messages that were dealt with are not deleted, and come again when their
 *     visibility timeout ends: at least once means that
 * @param shuffled the messages of a batch stand in another order than they were received
 */
public record PollerFaults(double lostDelete, double shuffled) {
  /** Deletes what is done, and hands over in the order in which it received. */
  public static final PollerFaults NONE = new PollerFaults(0, 0);

  /** What a mapping on AWS may do on any day. */
  public static final PollerFaults USUAL = new PollerFaults(0.05, 0.5);

  public PollerFaults {
    requireProbability(lostDelete);
    requireProbability(shuffled);
    if (lostDelete == 1) {
      throw new IllegalArgumentException("a mapping that deletes nothing never ends");
    }
  }

  private static void requireProbability(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a probability is 0 to 1, not " + value);
    }
  }
}
