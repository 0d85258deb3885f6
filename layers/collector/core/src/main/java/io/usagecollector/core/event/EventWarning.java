package io.usagecollector.core.event;

/** What can be odd about an event that is sent nevertheless. */
public enum EventWarning {
  /** It had keys that are no part of an event, which were left out. */
  KEY_LEFT_OUT,
  /**
   * A property that is billed by its amount is missing, negative or no number: it bills as zero.
   */
  BILLS_AS_ZERO,
  /** A property is so large that a service's own table may wrap around, and bill another amount. */
  QUANTITY_MAY_WRAP,
  /** A number in it has more digits than a service keeps: another number is billed. */
  DIGITS_LOST,
  /** Its timestamp was legal, but the service does not read it so; it was rewritten. */
  TIMESTAMP_REWRITTEN
}
