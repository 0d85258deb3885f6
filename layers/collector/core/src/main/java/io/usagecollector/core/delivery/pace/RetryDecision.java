package io.usagecollector.core.delivery.pace;

import java.time.Duration;

/** What to do after a failed attempt. */
public sealed interface RetryDecision {
  /** Try the same bytes again, after a pause. */
  record Again(Duration pause) implements RetryDecision {}

  /** Enough: what remains is for the source to hand over again. */
  record GiveUp() implements RetryDecision {}
}
