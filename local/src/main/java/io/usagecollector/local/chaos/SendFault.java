package io.usagecollector.local.chaos;

/** What becomes of one request that sends messages to a queue. */
public enum SendFault {
  /** Nothing: it goes through. */
  NONE,
  /** The queue refuses it, and stores nothing. */
  REFUSED,
  /** The queue stores it, and its answer is lost: the sender knows nothing. */
  ANSWER_LOST
}
