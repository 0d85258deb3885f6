package io.usagecollector.core.careful;

import java.util.List;
import java.util.Optional;

/**
 * The port to what an instance notes of the batch it runs, in a place that outlives its process. A
 * mark that cannot be written is none: nothing throws. Of one invocation at a time, as an instance
 * runs them; of several, the last one's count.
 */
public interface Marks {
  /** What a process before this one began and never ended; the mark goes. */
  Optional<Unended> takeUnended();

  /** A batch begins. */
  void begin(List<String> names);

  /** Work on a record begins. */
  void at(String record);

  /** Work on it is over. */
  void past();

  /** The batch has ended, one way or another. */
  void end();

  /**
   * What was begun and did not end.
   *
   * @param names the batch's
   * @param record the one at work, where each had a mark
   */
  record Unended(List<String> names, Optional<String> record) {
    public Unended {
      names = List.copyOf(names);
    }
  }
}
