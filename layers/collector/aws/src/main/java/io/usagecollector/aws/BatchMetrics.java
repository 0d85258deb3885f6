package io.usagecollector.aws;

import io.usagecollector.core.delivery.Alarm;
import io.usagecollector.core.delivery.BatchReport;
import io.usagecollector.core.delivery.Tally;
import io.usagecollector.core.event.EventWarning;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Emits a batch's counts as CloudWatch metrics, in the embedded format. */
final class BatchMetrics {
  private static final String NAMESPACE = "UsageCollector";

  private final Metrics metrics;

  BatchMetrics() {
    // Outside of Lambda the library would look for an agent, over the network, instead of printing.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    metrics = MetricsBuilder.builder().withNamespace(NAMESPACE).withService("forward").build();
  }

  void emit(BatchReport report) {
    metrics.flushMetrics(blob -> fill(blob, report));
  }

  private static void fill(Metrics blob, BatchReport report) {
    Tally tally = report.tally();
    count(blob, "Received", tally.received());
    count(blob, "Accepted", tally.accepted());
    count(blob, "Filtered", tally.filtered());
    count(blob, "DeadLettered", tally.deadLettered());
    count(blob, "Held", tally.held());
    count(blob, "Requests", report.traffic().requests());
    count(blob, "Repeats", report.traffic().repeats());
    count(blob, "UnknownAnswers", report.traffic().unknown());
    for (EventWarning warning : EventWarning.values()) {
      count(blob, metric(warning), report.warnings().getOrDefault(warning, 0));
    }
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      count(blob, metric(kind), alarms(report, kind));
    }
  }

  private static void count(Metrics blob, String name, int value) {
    blob.addMetric(name, value, MetricUnit.COUNT);
  }

  private static int alarms(BatchReport report, Alarm.Kind kind) {
    return (int) report.alarms().stream().filter(alarm -> alarm.kind() == kind).count();
  }

  private static String metric(EventWarning warning) {
    return switch (warning) {
      case KEY_LEFT_OUT -> "EventsWithKeysLeftOut";
      case BILLS_AS_ZERO -> "EventsBilledAsZero";
      case TIMESTAMP_REWRITTEN -> "EventsWithTimestampRewritten";
    };
  }

  private static String metric(Alarm.Kind kind) {
    return switch (kind) {
      case CREDENTIALS_REFUSED -> "CredentialsRefused";
      case ALL_REFUSED_ALIKE -> "AllRefusedAlike";
      case DEAD_LETTER_REFUSED -> "DeadLettersRefused";
      case COUNTS_DO_NOT_ADD_UP -> "CountsDoNotAddUp";
    };
  }
}
