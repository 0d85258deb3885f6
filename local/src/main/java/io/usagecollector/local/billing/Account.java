package io.usagecollector.local.billing;

import java.util.Collection;
import java.util.Optional;

/**
 * One service's account over its public endpoints: the stand-in and a real server are the same to
 * it. While the service is away, every method throws {@link BillingAwayException}. Of one thread.
 */
public interface Account extends AutoCloseable {
  /** Makes what these need to be billed, each thing once, where it is missing. */
  void provision(Collection<Measure> measures, Collection<BillableEvent> events);

  /** All that is billed of a measure for a customer, whenever it was sent. */
  Billed total(String customer, Measure measure);

  /** The same account, where others may make its customers. */
  Optional<EnsuredCustomers> ensuredCustomers();

  @Override
  void close();
}
