package io.usagecollector.core.customer;

/**
 * What attempts to subscribe a customer leave behind where the service does not keep them from it:
 * drafts that bill nothing and that nobody will take up. Thread-safe.
 */
public interface StraySubscriptions {
  /**
   * Ends those of a customer that has a running subscription and that are too old for any attempt
   * to be still at them. Others' drafts, and all of a customer without a running one, stay.
   *
   * @return how many were ended
   */
  BillingAccounts.Step<Integer> end(BillingCustomer customer, Deadline deadline);
}
