package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Not broken, but impatient: what takes hours takes seconds. */
public record DeferralPolicy(int attempts, Duration oldest, Duration base, Duration cap) {
  public static final DeferralPolicy DEFAULT =
      new DeferralPolicy(3, Duration.ofDays(3), Duration.ofSeconds(1), Duration.ofSeconds(1));

  public DeferralDecision decide(int failed, Instant since, Instant now, RandomGenerator random) {
    return failed >= attempts
        ? new DeferralDecision.Enough("it was tried " + failed + " times")
        : new DeferralDecision.Again(now.plus(base));
  }
}
