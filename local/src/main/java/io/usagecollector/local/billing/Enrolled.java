package io.usagecollector.local.billing;

/**
 * What billing has of a customer.
 *
 * @param customer the external customer id
 * @param isThere whether there is such a customer
 * @param subscriptions how many of theirs run
 */
public record Enrolled(String customer, boolean isThere, int subscriptions) {
  /** Whether their usage is billed, and once. */
  public boolean isOnce() {
    return isThere && subscriptions == 1;
  }
}
