package io.usagecollector.local.trigger;

import java.time.Duration;

/**
 * An event source mapping as its template sets it.
 *
 * @param batchSize records an invocation at most, 1 to 10,000
 * @param window how long records may wait for a batch to fill, 0 to 300 s
 * @param mode how the pollers are paid for, which decides what the mapping can do
 * @param reportBatchItemFailures whether a returned list of failures is read; without it the list
 *     is ignored and the invocation counts as success
 */
public record MappingSettings(
    int batchSize, Duration window, Mode mode, boolean reportBatchItemFailures) {

  /** On-demand pollers know no retry controls; {@code ReportBatchItemFailures} is one of them. */
  public enum Mode {
    ON_DEMAND,
    PROVISIONED
  }

  public MappingSettings {
    if (batchSize < 1 || batchSize > 10_000) {
      throw new IllegalArgumentException("a batch is 1 to 10000 records, not " + batchSize);
    }
    if (window.isNegative() || window.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("a window is 0 to 300 s, not " + window);
    }
    if (reportBatchItemFailures && mode == Mode.ON_DEMAND) {
      throw new IllegalArgumentException(
          "ReportBatchItemFailures needs provisioned pollers: an on-demand mapping ignores it");
    }
  }

  /** Provisioned pollers that read a returned list. */
  public static MappingSettings provisioned(int batchSize, Duration window) {
    return new MappingSettings(batchSize, window, Mode.PROVISIONED, true);
  }

  /** On-demand pollers: an invocation succeeds or fails as a whole. */
  public static MappingSettings onDemand(int batchSize, Duration window) {
    return new MappingSettings(batchSize, window, Mode.ON_DEMAND, false);
  }
}
