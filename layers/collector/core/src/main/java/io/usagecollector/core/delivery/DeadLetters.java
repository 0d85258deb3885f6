package io.usagecollector.core.delivery;

import java.time.Duration;
import java.util.List;

/** The port to the dead-letter queue. Thread-safe. */
@FunctionalInterface
public interface DeadLetters {
  /**
   * Stores letters, each for itself: one that is refused does not keep the others out.
   *
   * @param letters one or more
   * @param timeout what all of it may take
   * @return for each letter, in the same order, whether it is stored for good
   */
  List<Receipt> store(List<DeadLetter> letters, Duration timeout);

  /** What became of one letter. */
  sealed interface Receipt {
    /** It lies in the queue. */
    record Stored() implements Receipt {}

    /**
     * It may not lie in the queue.
     *
     * @param why safe to log
     */
    record Refused(String why) implements Receipt {}
  }
}
