package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.simulation.billing.BillingService;
import io.usagecollector.simulation.customer.CustomerAccounts;
import io.usagecollector.simulation.sqs.MessageQueue;
import io.usagecollector.simulation.table.StateTable;
import java.time.Duration;
import java.util.Optional;

/**
 * What instances of all functions reach.
 *
 * @param accounts the customers that the service knows, where they are made sure of
 * @param outage what becomes of records while the service is away for long
 * @param table what instances share, where they share anything
 */
public record Outside(
    BillingService service,
    Optional<CustomerAccounts> accounts,
    MessageQueue retryQueue,
    Outage outage,
    StateTable table) {
  /** Sooner and less often than usual, so that a world ends within the hour. */
  public static final DeferralPolicy RETRIES =
      new DeferralPolicy(8, Duration.ofDays(3), Duration.ofSeconds(10), Duration.ofMinutes(2));
}
