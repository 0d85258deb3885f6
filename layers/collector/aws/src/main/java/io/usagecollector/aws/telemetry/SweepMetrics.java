package io.usagecollector.aws.telemetry;

import io.usagecollector.core.customer.guard.Sweep.Swept;
import software.amazon.lambda.powertools.metrics.Metrics;

/** Emits what became of customers that were left half ensured. Thread-safe. */
public final class SweepMetrics {
  private final Metrics metrics;

  /**
   * @param service the function's name
   */
  public SweepMetrics(String service) {
    metrics = BatchMetrics.of(service);
  }

  /** One line, zeros included. */
  public void emit(Swept swept) {
    metrics.flushMetrics(blob -> {
      blob.addMetric(Metric.SWEPT.title(), swept.ready(), Metric.SWEPT.unit());
      blob.addMetric(Metric.LEFT_OVER.title(), swept.failed(), Metric.LEFT_OVER.unit());
    });
  }
}
