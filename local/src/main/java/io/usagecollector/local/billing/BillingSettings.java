package io.usagecollector.local.billing;

import io.usagecollector.testkit.flexprice.client.Access;

/** Where the events are billed. */
public sealed interface BillingSettings {
  default BillingKind kind() {
    return switch (this) {
      case StandIn _, Real _ -> BillingKind.FLEXPRICE;
      case OpenMeter _ -> BillingKind.OPENMETER;
    };
  }

  /** The stand-in for Flexprice, on this machine; what it stores is kept in the data directory. */
  record StandIn() implements BillingSettings {}

  /**
   * A real Flexprice.
   *
   * @param provision whether meters, plans, customers and subscriptions are made there
   */
  record Real(Access access, boolean provision) implements BillingSettings {}

  /** The stand-in for OpenMeter, on this machine; what it stores is kept in the data directory. */
  record OpenMeter() implements BillingSettings {}
}
