package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.Deadline;

/** Where the steps of one call are written down while they are taken. */
interface Progress {
  /** When the step that begins now must have ended. */
  Deadline deadline();

  /**
   * The customer is there.
   *
   * @return false if another is at it by now, and the steps must end
   */
  boolean customerIsThere(BillingCustomer customer);

  /**
   * The customer is there no more.
   *
   * @return false if another is at it by now, and the steps must end
   */
  boolean customerIsGone();

  /** Written down nowhere. */
  record Unwritten(Deadline deadline) implements Progress {
    @Override
    public boolean customerIsThere(BillingCustomer customer) {
      return true;
    }

    @Override
    public boolean customerIsGone() {
      return true;
    }
  }
}
