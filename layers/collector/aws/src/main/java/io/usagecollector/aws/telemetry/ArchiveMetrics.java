package io.usagecollector.aws.telemetry;

import software.amazon.lambda.powertools.metrics.Metrics;

/** Emits what a run of the archive function did, in the embedded format. Thread-safe. */
public final class ArchiveMetrics {
  private final Metrics metrics;

  /**
   * @param service the function's name
   */
  public ArchiveMetrics(String service) {
    metrics = BatchMetrics.of(service);
  }

  /** A line, also for nothing: so that an alarm sees that there was nothing. */
  public void emit(int archived) {
    Metric metric = Metric.DEAD_LETTERS_ARCHIVED;
    metrics.flushMetrics(blob -> blob.addMetric(metric.title(), archived, metric.unit()));
  }
}
