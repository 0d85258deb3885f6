package io.usagecollector.testkit.fault;

/** When a fault strikes: the difference between an event that was never there and one billed. */
public enum Moment {
  /** The request was read, and nothing of it was kept. */
  BEFORE_STORED,
  /** Everything the request asked for was done; only its answer goes wrong. */
  AFTER_STORED
}
