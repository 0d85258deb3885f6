package io.usagecollector.aws.telemetry;

/**
 * One value of a metric.
 *
 * @param of what it is told apart by, such as a reason; empty for a metric that is not
 */
record Figure(Metric metric, String of, double value) {
  static Figure of(Metric metric, long value) {
    return new Figure(metric, "", (double) value);
  }
}
