package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of one billing service's customers, shared by all who ensure them. Thread-safe. */
public interface EnsureItems {
  /** As the item stands after every write that has ended. */
  Optional<EnsureItem> read(CustomerKey key) throws ItemsAwayException;

  /** Of many customers those that have an item, each as it stood at some moment of the call. */
  Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline)
      throws ItemsAwayException;

  /**
   * Takes a customer, if the item is the one that was seen, or there is none where none was. A
   * write that went through although its answer was lost is done.
   */
  Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken)
      throws ItemsAwayException;

  /**
   * Writes what came of holding a customer, if it is still held by that owner under that fence,
   * whether in time or not.
   */
  Write write(CustomerKey key, EnsureItem held, EnsureItem next) throws ItemsAwayException;

  /**
   * Customers that have not been ready for long, the longest first. Some may be by now, and some
   * may be missing: read each again.
   *
   * @param most how many, at most
   */
  List<CustomerKey> pendingSince(Instant before, int most) throws ItemsAwayException;

  /** What came of a write. */
  sealed interface Write {
    /** It is written. */
    record Done() implements Write {}

    /** Somebody else was first, and nothing is written. */
    record Beaten() implements Write {}
  }
}
