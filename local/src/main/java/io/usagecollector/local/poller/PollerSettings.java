package io.usagecollector.local.poller;

import java.time.Duration;

/**
 * An event source mapping for a standard queue as its template sets it.
 *
 * @param batchSize messages an invocation at most, 1 to 10,000; above 10 a window is needed
 * @param window how long messages may wait for a batch to fill, whole seconds, 0 to 300
 * @param maximumConcurrency how many invocations run at once, 2 to 1,000
 * @param reportBatchItemFailures whether a returned list of failures is read; without it the list
 *     is ignored and the invocation counts as success
 */
public record PollerSettings(
    int batchSize, Duration window, int maximumConcurrency, boolean reportBatchItemFailures) {
  /** What one request of SQS hands over at most. */
  static final int ONE_RECEIVE = 10;

  public PollerSettings {
    if (batchSize < 1 || batchSize > 10_000) {
      throw new IllegalArgumentException("a batch is 1 to 10000 messages, not " + batchSize);
    }
    if (window.isNegative() || window.toSeconds() > 300 || window.toNanosPart() != 0) {
      throw new IllegalArgumentException("a window is 0 to 300 whole seconds, not " + window);
    }
    if (batchSize > ONE_RECEIVE && window.isZero()) {
      throw new IllegalArgumentException(
          "a batch of more than 10 messages needs a window of 1 s or more");
    }
    if (maximumConcurrency < 2 || maximumConcurrency > 1_000) {
      throw new IllegalArgumentException(
          "MaximumConcurrency is 2 to 1000, not " + maximumConcurrency);
    }
  }
}
