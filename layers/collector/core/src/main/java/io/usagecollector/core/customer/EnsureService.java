package io.usagecollector.core.customer;

/** Makes sure of customers, idempotently, for any number of callers at once. Thread-safe. */
public interface EnsureService {
  /** Ensures one customer by the deadline, and throws nothing for what stands in the way. */
  EnsureAnswer ensure(EnsureRequest request, Deadline deadline);
}
