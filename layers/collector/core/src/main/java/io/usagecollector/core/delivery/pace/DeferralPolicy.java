package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When something that was not delivered is tried again, and when it was tried enough. Full jitter:
 * a pause is drawn evenly from zero to a limit that doubles with each attempt.
 *
 * @param attempts how often it is tried at most
 * @param oldest how long it is tried at most, from its first failure or from when a person sent it
 *     on
 * @param base the limit of the first pause
 * @param cap the limit no pause exceeds
 */
public record DeferralPolicy(int attempts, Duration oldest, Duration base, Duration cap) {
  /** Some hours of attempts, and three days of an outage in which none is counted. */
  public static final DeferralPolicy DEFAULT =
      new DeferralPolicy(30, Duration.ofDays(3), Duration.ofSeconds(30), Duration.ofMinutes(15));

  private static final int MOST_DOUBLINGS = 30;

  public DeferralPolicy {
    if (attempts < 1 || base.isNegative() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("a deferral policy needs an attempt, and base <= cap");
    }
  }

  /**
   * Decides after a failed attempt.
   *
   * @param failed how many attempts have failed
   * @param since from when its age is measured
   */
  public DeferralDecision decide(int failed, Instant since, Instant now, RandomGenerator random) {
    if (failed >= attempts) {
      return new DeferralDecision.Enough("it was tried " + failed + " times");
    }
    if (since.plus(oldest).isBefore(now)) {
      return new DeferralDecision.Enough("it was tried since " + since);
    }
    long doubled = base.toMillis() << Math.clamp(failed - 1L, 0, MOST_DOUBLINGS);
    long pause = random.nextLong(Math.min(doubled, cap.toMillis()) + 1);
    return new DeferralDecision.Again(now.plusMillis(pause));
  }
}
