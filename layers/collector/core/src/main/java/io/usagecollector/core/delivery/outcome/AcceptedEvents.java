package io.usagecollector.core.delivery.outcome;

import java.util.Map;

/**
 * The events of a batch that the billing service accepted.
 *
 * @param byName how many have which name; those beyond the first few names under {@link #OTHERS}
 * @param ages how old they were by then
 */
public record AcceptedEvents(Map<String, Integer> byName, Ages ages) {
  /** How many names are told apart in one batch. */
  public static final int MOST_NAMES = 20;

  /** The name that stands for all others. */
  public static final String OTHERS = "other";

  public static final AcceptedEvents NONE = new AcceptedEvents(Map.of(), Ages.NONE);

  public AcceptedEvents {
    byName = Map.copyOf(byName);
  }

  /**
   * How long events took from end to end: from the time their record was written to the answer that
   * accepted them.
   *
   * @param events how many of them have such a time
   * @param longestMillis the oldest one's
   * @param totalMillis of all together
   */
  public record Ages(int events, long longestMillis, long totalMillis) {
    public static final Ages NONE = new Ages(0, 0, 0);

    /** Zero where no event has a time. */
    public long averageMillis() {
      return events == 0 ? 0 : totalMillis / events;
    }
  }
}
