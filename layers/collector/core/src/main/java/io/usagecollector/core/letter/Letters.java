package io.usagecollector.core.letter;

import java.time.Duration;
import java.util.List;

/** The port to a queue of letters. Thread-safe. */
public interface Letters {
  /**
   * Stores letters of any size, each for itself: one that is refused does not keep the others out.
   *
   * @param letters one or more
   * @param timeout what all of it may take
   * @return for each letter, in the same order, whether it is stored for good
   */
  List<Receipt> store(List<Letter> letters, Duration timeout);
}
