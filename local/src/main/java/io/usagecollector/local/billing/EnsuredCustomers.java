package io.usagecollector.local.billing;

import java.util.Collection;

/**
 * An account whose customers others make, each with a subscription. While the service is away,
 * every method throws {@link BillingAwayException}. Of one thread.
 */
public interface EnsuredCustomers {
  /** Makes meters and one plan with all prices, where they are missing; no customers. */
  void providePlan(Collection<Measure> measures);

  /** What billing has of a customer. */
  Enrolled enrolled(String customer);

  /** All customers and subscriptions of the account. */
  Population population();
}
