package io.usagecollector.aws.telemetry;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.event.EventWarning;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Emits a batch's counts as CloudWatch metrics, in the embedded format. */
public final class BatchMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(BatchMetrics.class);
  private static final String NAMESPACE = "UsageCollector";

  /** The embedded format's limit for one metric of one line. */
  private static final int MOST_VALUES = 100;

  private static final double NANOS_PER_MICRO = 1000;

  private final Metrics metrics;

  /**
   * @param service the function's name, a dimension of each metric
   */
  public BatchMetrics(String service) {
    // Outside of Lambda the library would look for an agent, over the network, instead of printing.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    metrics = MetricsBuilder.builder().withNamespace(NAMESPACE).withService(service).build();
  }

  public void emit(BatchReport report) {
    metrics.flushMetrics(blob -> fill(blob, report));
  }

  /** Emits what the mapping's own processors measured, a line for each series. */
  public void emit(CustomMetrics.Taken taken) {
    taken.values().forEach(this::emit);
    if (taken.dropped() > 0) {
      LOG.warn(
          "{} measurements of metric processors are left out: they have more than {} names and"
              + " sets of labels",
          taken.dropped(),
          CustomMetrics.MOST_SERIES);
    }
  }

  private void emit(CustomMetrics.Series series, List<Double> values) {
    for (int from = 0; from < values.size(); from += MOST_VALUES) {
      List<Double> some = values.subList(from, Math.min(values.size(), from + MOST_VALUES));
      try {
        metrics.flushMetrics(blob -> fill(blob, series, some));
      } catch (RuntimeException e) {
        LOG.warn("CloudWatch cannot take the metric {}", series.name());
      }
    }
  }

  private static void fill(Metrics blob, CustomMetrics.Series series, List<Double> values) {
    series
        .labels()
        .forEach((name, value) -> {
          if (!value.isBlank()) {
            blob.addDimension(name, printable(value));
          }
        });
    for (double value : values) {
      switch (series.kind()) {
        case COUNT -> blob.addMetric(series.name(), value, MetricUnit.COUNT);
        case GAUGE -> blob.addMetric(series.name(), value, MetricUnit.NONE);
        case TIMING ->
            blob.addMetric(series.name(), value / NANOS_PER_MICRO, MetricUnit.MICROSECONDS);
      }
    }
  }

  /** CloudWatch's dimensions are ASCII, and no longer than this. */
  private static String printable(String value) {
    String ascii = value.replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.substring(0, Math.min(ascii.length(), 1024));
  }

  private static void fill(Metrics blob, BatchReport report) {
    Tally tally = report.tally();
    count(blob, "Received", tally.received());
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      count(blob, metric(kind), tally.count(kind));
    }
    count(blob, "Requests", report.traffic().requests());
    count(blob, "Repeats", report.traffic().repeats());
    count(blob, "UnknownAnswers", report.traffic().unknown());
    for (EventWarning warning : EventWarning.values()) {
      count(blob, metric(warning), report.warnings().count(warning));
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

  private static String metric(Outcome.Kind kind) {
    return switch (kind) {
      case FILTERED -> "Filtered";
      case ACCEPTED -> "Accepted";
      case DEFERRED -> "Deferred";
      case DEAD_LETTERED -> "DeadLettered";
      case HELD -> "Held";
    };
  }

  private static String metric(EventWarning warning) {
    return switch (warning) {
      case KEY_LEFT_OUT -> "EventsWithKeysLeftOut";
      case BILLS_AS_ZERO -> "EventsBilledAsZero";
      case QUANTITY_MAY_WRAP -> "EventsWithQuantityThatMayWrap";
      case TIMESTAMP_REWRITTEN -> "EventsWithTimestampRewritten";
    };
  }

  private static String metric(Alarm.Kind kind) {
    return switch (kind) {
      case CREDENTIALS_REFUSED -> "CredentialsRefused";
      case FORBIDDEN -> "CallsForbidden";
      case MISCONFIGURED -> "Misconfigured";
      case OUTAGE -> "Outage";
      case ALL_REFUSED_ALIKE -> "AllRefusedAlike";
      case DEAD_LETTER_REFUSED -> "DeadLettersRefused";
      case RETRY_QUEUE_REFUSED -> "RetryQueueRefused";
      case COUNTS_DO_NOT_ADD_UP -> "CountsDoNotAddUp";
    };
  }
}
