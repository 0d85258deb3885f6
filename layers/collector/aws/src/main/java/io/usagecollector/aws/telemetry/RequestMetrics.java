package io.usagecollector.aws.telemetry;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Remedy;
import java.time.Duration;
import java.util.Optional;
import software.amazon.lambda.powertools.metrics.Metrics;

/** Emits what became of requests to ensure customers, in the embedded format. Thread-safe. */
public final class RequestMetrics {
  private final Metrics metrics;

  /**
   * @param service the function's name
   */
  public RequestMetrics(String service) {
    metrics = BatchMetrics.of(service);
  }

  /**
   * A line for what is counted always, zeros included, and one for the answer's code.
   *
   * @param code of a few that there are: each is a metric of its own
   * @param fault why the customer could not be ensured, where that is it
   */
  public void emit(String code, Optional<EnsureFault.Kind> fault, Duration took) {
    metrics.flushMetrics(blob -> {
      add(blob, Metric.ENSURE_REQUESTS, 1);
      add(blob, Metric.ENSURE_TIME, (double) took.toMillis());
      add(
          blob,
          Metric.ENSURE_NEEDS_SETUP,
          count(fault.map(EnsureFault.Kind::remedy), Remedy.CONFIGURE));
      add(blob, Metric.CREDENTIALS_REFUSED, count(fault, EnsureFault.Kind.CREDENTIALS_REFUSED));
      add(blob, Metric.MISCONFIGURED, count(fault, EnsureFault.Kind.MISCONFIGURED));
    });
    metrics.flushMetrics(blob -> {
      blob.addDimension(Metric.Split.CODE.dimension(), code);
      add(blob, Metric.ENSURE_ANSWERED, 1);
    });
  }

  private static <T> int count(Optional<T> found, T counted) {
    return found.filter(counted::equals).isPresent() ? 1 : 0;
  }

  private static void add(Metrics blob, Metric metric, double value) {
    blob.addMetric(metric.title(), value, metric.unit());
  }
}
