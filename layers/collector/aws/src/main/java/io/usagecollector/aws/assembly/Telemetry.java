package io.usagecollector.aws.assembly;

import io.usagecollector.aws.telemetry.BatchLog;
import io.usagecollector.aws.telemetry.BatchMetrics;
import io.usagecollector.aws.telemetry.CustomMetrics;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;

/** Tells what became of a batch. Thread-safe. */
@FunctionalInterface
public interface Telemetry {
  void tell(BatchReport report, CustomMetrics.Taken measured);

  /** To the log and to CloudWatch. */
  static Telemetry ofFunction(BatchMetrics metrics) {
    return (report, measured) -> {
      BatchLog.write(report);
      metrics.emit(report);
      metrics.emit(measured);
    };
  }

  /**
   * The same, but for batches that were held at a closed gate and raised no alarm: a source hands
   * them over again and again, and one a minute tells of them all.
   */
  default Telemetry quietAt(Gate gate) {
    return (report, measured) -> {
      if (!isUntouched(report) || gate.closed().isEmpty()) {
        tell(report, measured);
      }
    };
  }

  private static boolean isUntouched(BatchReport report) {
    return report.alarms().isEmpty()
        && report.traffic().requests() == 0
        && report.tally().count(Outcome.Kind.HELD) == report.tally().received();
  }

  /**
   * The same, whatever it throws: a batch that is settled stays settled. If it failed the
   * invocation, all of the batch would come again for the sake of a log line.
   */
  default Telemetry harmless() {
    return (report, measured) -> {
      try {
        tell(report, measured);
      } catch (RuntimeException | LinkageError e) {
        System.err.println("the batch's counts could not be told: " + e.getClass().getName());
      }
    };
  }
}
