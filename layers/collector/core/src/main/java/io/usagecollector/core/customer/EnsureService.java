package io.usagecollector.core.customer;

import java.util.Collection;
import java.util.Map;

/** Makes sure of customers, idempotently, for any number of callers at once. Thread-safe. */
public interface EnsureService {
  /** Ensures one customer by the deadline, and throws nothing for what stands in the way. */
  EnsureAnswer ensure(EnsureRequest request, Deadline deadline);

  /**
   * Those of many customers that are known to be there, without asking the billing service. For
   * many at once: one read of what is remembered, where the memory of this process does not do.
   *
   * @return by their keys; who is missing must be ensured, or could not be looked up by the
   *     deadline
   */
  Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline);
}
