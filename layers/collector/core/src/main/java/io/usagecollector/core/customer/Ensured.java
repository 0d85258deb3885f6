package io.usagecollector.core.customer;

import java.util.Optional;

/**
 * A customer that is there.
 *
 * @param subscription nothing where only the customer was asked for
 * @param created what this call made, as far as it can know: never to be billed by
 */
public record Ensured(
    BillingCustomer customer, Optional<BillingSubscription> subscription, Created created) {
  /** What a call made. */
  public record Created(boolean customer, boolean subscription) {
    public static final Created NOTHING = new Created(false, false);
  }
}
