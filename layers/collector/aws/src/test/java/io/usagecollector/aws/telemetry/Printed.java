package io.usagecollector.aws.telemetry;

import io.usagecollector.core.delivery.outcome.BatchReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What goes to standard output, which Lambda hands to CloudWatch. */
final class Printed {
  private Printed() {}

  static String by(BatchMetrics metrics, BatchReport report) {
    return by(() -> metrics.emit(report));
  }

  static String by(BatchMetrics metrics, CustomMetrics.Taken taken) {
    return by(() -> metrics.emit(taken));
  }

  private static String by(Runnable emit) {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      emit.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
