package io.usagecollector.local.monitor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures under the names of the collector that we replace, under those that its customer guide
 * gives, and, for what it has no name for, under our own.
 */
final class MetricsText {
  private static final String INPUT = "{label=\"\",path=\"root.input\"}";
  private static final String PROCESSOR = "{label=\"\",path=\"root.pipeline.processors.0\"}";
  private static final String OUTPUT = "{label=\"\",path=\"root.output\"}";

  private MetricsText() {}

  private record Sample(String name, String type, String labels, long value) {
    String text() {
      return "# TYPE " + name + " " + type + "\n" + name + labels + " " + value + "\n";
    }
  }

  /** The text format of Prometheus, 0.0.4. */
  static String prometheus(Figures figures) {
    var text = new StringBuilder();
    samples(figures).forEach(sample -> text.append(sample.text()));
    return text.toString();
  }

  /** The same as one JSON object, without labels. */
  static String json(Figures figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    samples(figures).forEach(sample -> json.put(sample.name, sample.value));
    return json.toPrettyString() + "\n";
  }

  private static List<Sample> samples(Figures f) {
    var samples = new ArrayList<Sample>();
    both(samples, "input_received", INPUT, f.received());
    counter(samples, "processor_received", PROCESSOR, f.received());
    counter(samples, "processor_sent", PROCESSOR, f.mapped());
    both(samples, "processor_error", PROCESSOR, f.mappingFailed());
    both(samples, "output_sent", OUTPUT, f.sent());
    both(samples, "output_error", OUTPUT, f.notSent());
    counter(samples, "output_batch_sent", OUTPUT, f.bulks());
    gauge(samples, "usage_collector_lag", f.lag());
    gauge(samples, "usage_collector_retry_queue_messages", f.waiting());
    gauge(samples, "usage_collector_dead_letter_queue_messages", f.deadLetters());
    return samples;
  }

  private static void both(List<Sample> samples, String name, String labels, long value) {
    counter(samples, name, labels, value);
    counter(samples, "benthos_" + name + "_total", labels, value);
  }

  private static void counter(List<Sample> samples, String name, String labels, long value) {
    samples.add(new Sample(name, "counter", labels, value));
  }

  private static void gauge(List<Sample> samples, String name, long value) {
    samples.add(new Sample(name, "gauge", "", value));
  }
}
