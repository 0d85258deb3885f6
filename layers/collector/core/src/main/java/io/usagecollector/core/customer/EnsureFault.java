package io.usagecollector.core.customer;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a customer could not be ensured.
 *
 * @param detail for people and logs: statuses and our own words, never what the service wrote,
 *     which may name others' customers
 * @param retryAfter when to ask again, where waiting helps and somebody said how long
 */
public record EnsureFault(Kind kind, String detail, Optional<Duration> retryAfter) {
  public EnsureFault(Kind kind, String detail) {
    this(kind, detail, Optional.empty());
  }

  /** What must happen before it can pass. */
  public enum Remedy {
    /** Time: ask again. */
    WAIT,
    /** Somebody changes a setting, a plan, or the customer at the service. */
    CONFIGURE,
    /** The credentials are mended: they concern every customer. */
    CREDENTIALS
  }

  /** The kinds, each with the code that callers may rely on. */
  public enum Kind {
    /** The service refuses what we send, for a reason that asking again does not mend. */
    REJECTED("billing_rejected", Remedy.CONFIGURE),
    /** No plan of that key is active. */
    PLAN_NOT_FOUND("plan_not_found", Remedy.CONFIGURE),
    /** The service cannot bill by that plan, as it is set up. */
    BILLING_SETUP("billing_setup_invalid", Remedy.CONFIGURE),
    /** The key is another customer's subject. */
    SUBJECT_CONFLICT("subject_conflict", Remedy.CONFIGURE),
    /** The service does not take our credentials, or allows them less than this needs. */
    CREDENTIALS_REFUSED("credentials_refused", Remedy.CREDENTIALS),
    /** The address is not the service's. */
    MISCONFIGURED("billing_not_found", Remedy.CREDENTIALS),
    /** The customer is deleted over and over while it is ensured. */
    CUSTOMER_GONE("customer_gone", Remedy.WAIT),
    /** The service asks for a pause. */
    THROTTLED("billing_throttled", Remedy.WAIT),
    /** No connection, or an answer that says so: nothing was done. */
    UNREACHABLE("billing_unreachable", Remedy.WAIT),
    /** No answer, or one that nobody knows: it may have been done. */
    UNKNOWN_OUTCOME("billing_unknown_outcome", Remedy.WAIT),
    /** The time was up, since others were at it or there was too little of it. */
    BUSY("ensure_busy", Remedy.WAIT),
    /** The state table is away, and without it this service would bill twice. */
    GUARD_AWAY("guard_unavailable", Remedy.WAIT);

    private final String code;
    private final Remedy remedy;

    Kind(String code, Remedy remedy) {
      this.code = code;
      this.remedy = remedy;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }

    public Remedy remedy() {
      return remedy;
    }
  }
}
