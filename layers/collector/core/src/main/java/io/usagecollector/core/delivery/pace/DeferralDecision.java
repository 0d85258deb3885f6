package io.usagecollector.core.delivery.pace;

import java.time.Instant;

/** What to do with something that was not delivered. */
public sealed interface DeferralDecision {
  /** Try it again, no sooner than then. */
  record Again(Instant notBefore) implements DeferralDecision {}

  /**
   * Tried enough: a person must look at it.
   *
   * @param why safe to log
   */
  record Enough(String why) implements DeferralDecision {}
}
