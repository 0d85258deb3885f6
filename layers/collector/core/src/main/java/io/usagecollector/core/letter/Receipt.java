package io.usagecollector.core.letter;

/** What became of one letter. */
public sealed interface Receipt {
  /** It lies in the queue. */
  record Stored() implements Receipt {}

  /**
   * It may not lie in the queue.
   *
   * @param why safe to log
   */
  record Refused(String why) implements Receipt {}
}
