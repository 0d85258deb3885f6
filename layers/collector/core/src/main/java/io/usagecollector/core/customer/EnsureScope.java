package io.usagecollector.core.customer;

/** What must be there before an event is billed. */
public enum EnsureScope {
  /** The customer. */
  CUSTOMER,
  /** The customer, and a running subscription of theirs. */
  SUBSCRIPTION
}
