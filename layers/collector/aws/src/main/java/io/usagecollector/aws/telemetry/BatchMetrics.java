package io.usagecollector.aws.telemetry;

import io.usagecollector.core.delivery.outcome.BatchReport;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Emits a batch's counts as CloudWatch metrics, in the embedded format. Thread-safe. */
public final class BatchMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(BatchMetrics.class);
  private static final String NAMESPACE = "UsageCollector";

  /** The embedded format's limit for one metric of one line. */
  private static final int MOST_VALUES = 100;

  private static final double NANOS_PER_MICRO = 1000;

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

  private final Metrics metrics;
  private final BatchFigures figures = new BatchFigures(new EventNames());

  /**
   * @param service the function's name
   */
  public BatchMetrics(String service) {
    metrics = of(service);
  }

  /** The collector's own namespace, told apart by the function. */
  static Metrics of(String service) {
    // Outside of Lambda the library would look for an agent, over the network, instead of printing.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    return MetricsBuilder.builder().withNamespace(NAMESPACE).withService(service).build();
  }

  /** A line for all that is counted, and one for each that is told apart. */
  public void emit(BatchReport report) {
    List<Figure> all = figures.of(report);
    metrics.flushMetrics(blob ->
        all.stream().filter(figure -> figure.metric().split().isEmpty()).forEach(add(blob)));
    for (Figure figure : all) {
      figure
          .metric()
          .split()
          .ifPresent(split ->
              metrics.flushMetrics(blob -> {
                blob.addDimension(split.dimension(), printable(figure.of()));
                add(blob).accept(figure);
              }));
    }
  }

  private static Consumer<Figure> add(Metrics blob) {
    return figure ->
        blob.addMetric(figure.metric().title(), figure.value(), figure.metric().unit());
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
    String ascii = UNPRINTABLE.matcher(value).replaceAll("?");
    return ascii.substring(0, Math.min(ascii.length(), 1024));
  }
}
