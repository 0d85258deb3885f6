package io.usagecollector.ensure.answer;

import io.usagecollector.core.customer.EnsureFault;

/**
 * How a fault is told over HTTP.
 *
 * @param sentence for people, the same whoever asks
 */
public record FaultAnswer(int status, String sentence) {
  private static final int CONFLICT = 409;
  private static final int FAILED_DEPENDENCY = 424;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;

  public static FaultAnswer of(EnsureFault.Kind kind) {
    return switch (kind) {
      case REJECTED ->
          new FaultAnswer(
              FAILED_DEPENDENCY, "the billing service refuses this customer or subscription");
      case PLAN_NOT_FOUND ->
          new FaultAnswer(FAILED_DEPENDENCY, "the billing service has no active plan of that key");
      case BILLING_SETUP ->
          new FaultAnswer(
              FAILED_DEPENDENCY, "the billing service cannot bill by the plan, as it is set up");
      case SUBJECT_CONFLICT ->
          new FaultAnswer(
              CONFLICT, "the key is another customer's already, as a subject of theirs");
      case CREDENTIALS_REFUSED ->
          new FaultAnswer(BAD_GATEWAY, "the billing service refuses this collector's credentials");
      case MISCONFIGURED ->
          new FaultAnswer(BAD_GATEWAY, "what answers at the billing service's address is not it");
      case CUSTOMER_GONE ->
          new FaultAnswer(BAD_GATEWAY, "the customer was deleted while it was ensured");
      case THROTTLED -> new FaultAnswer(UNAVAILABLE, "the billing service asks for a pause");
      case UNREACHABLE -> new FaultAnswer(UNAVAILABLE, "the billing service is not reached");
      case UNKNOWN_OUTCOME ->
          new FaultAnswer(
              UNAVAILABLE,
              "the billing service did not say what became of it: asking again is safe");
      case BUSY -> new FaultAnswer(UNAVAILABLE, "others ensure this customer right now: ask again");
      case GUARD_AWAY ->
          new FaultAnswer(
              UNAVAILABLE, "what keeps callers from billing twice is not reached: ask again");
    };
  }
}
