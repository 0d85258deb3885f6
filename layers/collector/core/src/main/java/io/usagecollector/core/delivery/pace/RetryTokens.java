package io.usagecollector.core.delivery.pace;

/**
 * What keeps retries from multiplying load: each costs tokens, and what is accepted gives some
 * back. While all goes well there are enough for any hiccup; where most fails they run out, and
 * each bulk is tried once. One instance's; thread-safe; never part of a snapshot.
 *
 * <p>So of retries that fail there are never more than {@link #MOST} / {@link #COST} and one for
 * each {@link #COST} accepted bulks.
 */
public final class RetryTokens {
  public static final int MOST = 500;
  public static final int COST = 5;

  private int tokens = MOST;

  /** Whether one more may be sent; then it is paid for. */
  public synchronized boolean take() {
    if (tokens < COST) {
      return false;
    }
    tokens -= COST;
    return true;
  }

  /**
   * A bulk was accepted.
   *
   * @param retried whether by a retry: what that cost comes back
   */
  public synchronized void accepted(boolean retried) {
    tokens = Math.min(MOST, tokens + (retried ? COST : 1));
  }
}
