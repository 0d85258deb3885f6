package io.usagecollector.core.event;

/** What is odd about an event that is sent nevertheless. */
public enum EventWarning {
  /** It had keys that are no part of an event, which were left out. */
  KEY_LEFT_OUT,
  /**
   * A property that is billed by its amount is missing, negative or no number: it bills as zero.
   */
  BILLS_AS_ZERO,
  /** Its timestamp was legal, but the service does not read it so; it was rewritten. */
  TIMESTAMP_REWRITTEN
}
