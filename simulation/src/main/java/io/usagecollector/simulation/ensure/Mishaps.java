package io.usagecollector.simulation.ensure;

/**
 * What may go wrong at a call, each with its share of a thousand calls.
 *
 * @param killed the caller is gone, before or after the call
 * @param paused the caller stands still for longer than any lease
 * @param slow the call takes seconds
 * @param lost the answer is lost, whether or not it was done
 * @param late nothing is answered in time, and it is done later
 * @param away the table is out of reach
 */
public record Mishaps(int killed, int paused, int slow, int lost, int late, int away) {
  public static final Mishaps NONE = new Mishaps(0, 0, 0, 0, 0, 0);

  /** All that a service and a table may do, to callers who are killed but never stand still. */
  public static final Mishaps WITHOUT_PAUSES = new Mishaps(10, 0, 30, 20, 0, 10);

  public static final Mishaps ALL = new Mishaps(10, 10, 30, 20, 10, 10);
}
