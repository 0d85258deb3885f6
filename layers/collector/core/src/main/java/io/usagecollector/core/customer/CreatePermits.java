package io.usagecollector.core.customer;

import java.util.Optional;

/**
 * Leave to create something of which the service bears only a few at once, from whomever they come.
 * Thread-safe.
 */
public interface CreatePermits {
  /**
   * Waits for a permit.
   *
   * @return nothing if others held them all until the deadline
   */
  Optional<Permit> acquire(Deadline deadline);

  /** Leave to create one thing; closing it lets the next one in. */
  interface Permit extends AutoCloseable {
    /**
     * When the creation must have ended, requests included: the caller's deadline, or sooner. After
     * it another may hold this permit.
     */
    Deadline deadline();

    @Override
    void close();
  }
}
