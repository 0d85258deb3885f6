package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** How one of OpenMeter's two APIs wants to be asked. */
interface Dialect {
  static Dialect of(OpenMeterDialect dialect) {
    return switch (dialect) {
      case KONNECT_V3 -> new KonnectV3();
      case OPENMETER_V1 -> new OpenMeterV1();
    };
  }

  Names names();

  /** Customers among whom is the one of this key, if it is there; perhaps others. */
  ListQuery customersOfKey(CustomerKey key);

  /** Customers among whom is the one that has this subject, if there is one; perhaps others. */
  ListQuery customersOfSubject(CustomerKey subject);

  /** Any customers: a question that shows whether the service answers us. */
  ListQuery customers();

  /** Subscriptions among which are all of this customer's. */
  ListQuery subscriptionsOf(BillingCustomer customer);

  /** Plans among which are all active versions of this key. */
  ListQuery plansOfKey(String key);

  /** The body that makes a customer. */
  byte[] customer(EnsureRequest request);

  /** Whether a subscription may be told when to start. */
  boolean takesStart();

  /**
   * The body that makes a subscription.
   *
   * @param start when it starts, at once if that is not said; heeded only if {@link #takesStart}
   */
  byte[] subscription(BillingCustomer customer, ActivePlan plan, Optional<Instant> start);

  /** A value as it stands in a path or a query: nothing in it means anything there. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
