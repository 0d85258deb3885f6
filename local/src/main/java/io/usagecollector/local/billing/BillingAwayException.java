package io.usagecollector.local.billing;

/**
 * Billing gives no answer, or none of its own: it may be back in a moment. The message says which
 * request and why.
 */
public final class BillingAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BillingAwayException(RuntimeException why) {
    super(why.getMessage(), why);
  }
}
