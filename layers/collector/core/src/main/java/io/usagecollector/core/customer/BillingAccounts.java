package io.usagecollector.core.customer;

import java.time.Duration;
import java.util.Optional;

/**
 * Customers and subscriptions at one billing service. Each call looks first and makes only what is
 * missing, and settles by itself what the service can settle: two at once for one key, an answer
 * that was lost. Each ends by its deadline, and throws nothing for what the service answers.
 * Thread-safe.
 */
public interface BillingAccounts {
  /** The service's name in items, letters and logs, such as {@code flexprice}. */
  String name();

  /** Whether the service itself lets a customer have one subscription only. */
  boolean guardsSubscriptions();

  /** Finds the customer of the key, or makes it. */
  Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline);

  /** Finds a running subscription of the customer, on whatever plan, or makes the default one. */
  Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline);

  /** Asks the service whether it would work for us; nothing if so. */
  Optional<EnsureFault> reachable(Duration timeout);

  /** Forgets the credentials in use, so that the next call goes out with freshly fetched ones. */
  void renewCredentials();

  /** What came of one step. */
  sealed interface Step<T> {
    /**
     * It is there.
     *
     * @param created whether this call made it, as far as it can know
     */
    record Done<T>(T value, boolean created) implements Step<T> {}

    /** It is not known to be there. */
    record Failed<T>(EnsureFault fault) implements Step<T> {}

    /** The customer that it was asked for is there no more: it must be made again. */
    record CustomerGone<T>() implements Step<T> {}
  }
}
