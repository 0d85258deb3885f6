package io.usagecollector.local.trigger;

/**
 * How unkind the mapping is, as probabilities from 0 to 1, each drawn by seed.
 *
 * @param duplicate a batch that succeeded is handed over once more, as after a rebalance
 * @param recut a failed batch comes back in another cut
 * @param goOn later records of a partition go on while a failed one is handed over again; AWS's
 *     documents do not say whether they do
 * @param goesBack after a failure the poller starts anew, as after a rebalance: all that lies
 *     behind the held record is handed over again, as a committed offset is one number
 * @param absent a null key or value is left out, instead of written as {@code null}
 * @param commitBeforeOutcome commits offsets when it hands records over, and never looks back: a
 *     broken mapping, for the test that must notice
 */
public record TriggerFaults(
    double duplicate,
    double recut,
    double goOn,
    double goesBack,
    double absent,
    boolean commitBeforeOutcome) {
  /** Hands every batch over once, and a failed one as it was. */
  public static final TriggerFaults NONE = new TriggerFaults(0, 0, 0, 0, 0, false);

  /** What a mapping on AWS may do on any day. */
  public static final TriggerFaults USUAL = new TriggerFaults(0.05, 0.7, 0.5, 0.1, 0.5, false);

  public TriggerFaults {
    requireProbability(duplicate);
    requireProbability(recut);
    requireProbability(goOn);
    requireProbability(goesBack);
    requireProbability(absent);
    if (duplicate == 1) {
      throw new IllegalArgumentException("a mapping that repeats every batch never ends");
    }
  }

  public TriggerFaults withCommitBeforeOutcome() {
    return new TriggerFaults(duplicate, recut, goOn, goesBack, absent, true);
  }

  public TriggerFaults withDuplicate(double probability) {
    return new TriggerFaults(probability, recut, goOn, goesBack, absent, commitBeforeOutcome);
  }

  public TriggerFaults withGoesBack(double probability) {
    return new TriggerFaults(duplicate, recut, goOn, probability, absent, commitBeforeOutcome);
  }

  private static void requireProbability(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a probability is 0 to 1, not " + value);
    }
  }
}
