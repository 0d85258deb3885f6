package io.usagecollector.local.monitor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures under the names of the collector that we replace, under those that its customer guide
 * gives, and, for what it has no name for, under our own.
 */
final class MetricsText {
  private static final String INPUT = "root.input";
  private static final String BATCHING = "root.input.batching";
  private static final String PROCESSOR = "root.pipeline.processors.0";
  private static final String OUTPUT = "root.output";

  private MetricsText() {}

  /** The text format of Prometheus, 0.0.4. */
  static String prometheus(Figures figures) {
    return metrics(figures).stream().map(Metric::text).collect(Collectors.joining());
  }

  /** The same as one JSON object, without labels. */
  static String json(Figures figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    metrics(figures).forEach(metric -> json.set(metric.name(), metric.json()));
    return json.toPrettyString() + "\n";
  }

  private static List<Metric> metrics(Figures f) {
    var metrics = new ArrayList<Metric>();
    both(metrics, "input_received", INPUT, f.received());
    metrics.add(Metric.summary("input_latency_ns", INPUT, f.latency()));
    metrics.add(Metric.created("batch_created", BATCHING, f.batches()));
    metrics.add(Metric.counter("processor_received", PROCESSOR, f.received()));
    metrics.add(Metric.counter("processor_sent", PROCESSOR, f.mapped()));
    both(metrics, "processor_error", PROCESSOR, f.mappingFailed());
    both(metrics, "output_sent", OUTPUT, f.sent());
    both(metrics, "output_error", OUTPUT, f.notSent());
    metrics.add(Metric.counter("output_batch_sent", OUTPUT, f.bulks()));
    metrics.add(Metric.gauge("usage_collector_lag", f.lag()));
    metrics.add(Metric.gauge("usage_collector_retry_queue_messages", f.waiting()));
    metrics.add(Metric.gauge("usage_collector_dead_letter_queue_messages", f.deadLetters()));
    return metrics;
  }

  private static void both(List<Metric> metrics, String name, String path, long value) {
    metrics.add(Metric.counter(name, path, value));
    metrics.add(Metric.counter("benthos_" + name + "_total", path, value));
  }
}
