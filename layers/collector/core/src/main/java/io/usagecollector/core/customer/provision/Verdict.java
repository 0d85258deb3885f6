package io.usagecollector.core.customer.provision;

/** The columns of the table of answers: each becomes an {@link Outcome}. */
public enum Verdict {
  /** {@link Outcome.Done}, if the body is a JSON object; else nobody knows what was done. */
  DONE,
  /** {@link Outcome.Absent}. */
  ABSENT,
  /** {@link Outcome.Exists}. */
  EXISTS,
  /** {@link Outcome.Gone}. */
  GONE,
  /** What was sent is refused, and would be again. */
  REJECTED,
  /** There is no such plan, or it is not active. */
  PLAN_NOT_FOUND,
  /** The service cannot bill by this plan, as it is set up. */
  BILLING_SETUP,
  /** The key is another customer's. */
  SUBJECT_CONFLICT,
  /** The service itself refuses our credentials, or allows them less than this. */
  CREDENTIALS_REFUSED,
  /** This is not the service's endpoint. */
  MISCONFIGURED,
  /** Too much at once. */
  THROTTLED,
  /** Turned away before anything was done. */
  TURNED_AWAY,
  /** It may have been done. */
  UNKNOWN
}
