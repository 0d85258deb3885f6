package io.usagecollector.local.billing;

import io.usagecollector.testkit.flexprice.client.Access;

/** Where the events are billed. */
public sealed interface BillingSettings {
  /** The stand-in, on this machine; what it stores is kept in the data directory. */
  record StandIn() implements BillingSettings {}

  /**
   * A real server.
   *
   * @param provision whether meters, plans, customers and subscriptions are made there
   */
  record Real(Access access, boolean provision) implements BillingSettings {}
}
