package io.usagecollector.core.customer.identity;

/**
 * What {@code owner:} at the beginning of a user's id means. The clearinghouse sends the owner of
 * an app as {@code app:owner:ID}, and its collector bills them as {@code ID}, one wallet for all
 * their apps.
 */
public enum OwnerPrefix {
  /** Nothing: it is part of the id. */
  LITERAL,
  /** The customer is whose id follows, whatever the client. */
  STRIP
}
