package io.usagecollector.local.billing;

import io.usagecollector.testkit.client.BillingProblem;

/** Billing is well and cannot take what was asked about: an id or a name that it cannot store. */
public final class NotTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  NotTakenException(BillingProblem why) {
    super(why.getMessage(), why);
  }
}
