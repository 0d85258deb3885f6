package io.usagecollector.core.delivery.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Bounded retry with full jitter: a pause is drawn evenly from zero to a limit that doubles with
 * each attempt. What the service asks for in {@code Retry-After} is waited for, and the jitter
 * comes on top, so that not all callers return in the same instant.
 *
 * @param attempts how often a bulk is sent at most
 * @param base the limit of the first pause
 * @param cap the limit no pause's jitter exceeds
 */
public record RetryPolicy(int attempts, Duration base, Duration cap) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(5, Duration.ofMillis(250), Duration.ofSeconds(8));

  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (attempts < 1 || base.isNegative() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("a retry policy needs an attempt, and base <= cap");
    }
  }

  /**
   * @param attempt how many attempts have failed, from 1
   * @param retryAfter what the service asked for, if it did
   */
  public RetryDecision decide(int attempt, Optional<Duration> retryAfter, RandomGenerator random) {
    if (attempt >= attempts) {
      return new RetryDecision.GiveUp();
    }
    return new RetryDecision.Again(pause(attempt, retryAfter, random));
  }

  /** The pause itself, whether or not an attempt is left. */
  public Duration pause(int attempt, Optional<Duration> retryAfter, RandomGenerator random) {
    return retryAfter.orElse(Duration.ZERO).plusMillis(jitter(attempt, random));
  }

  private long jitter(int attempt, RandomGenerator random) {
    long doubled = base.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    return random.nextLong(Math.min(doubled, cap.toMillis()) + 1);
  }
}
