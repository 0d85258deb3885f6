package io.usagecollector.local.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A metric with what it stands at.
 *
 * @param samples a line of text each
 * @param json the same without labels
 */
record Metric(String name, String type, List<String> samples, JsonNode json) {
  private static final List<Integer> PERCENTILES = List.of(50, 90, 99);

  /** In the text format of Prometheus, 0.0.4. */
  String text() {
    return "# TYPE " + name + " " + type + "\n" + String.join("", samples);
  }

  private static String sample(String name, String labels, Object value) {
    return name + labels + " " + value + "\n";
  }

  static Metric gauge(String name, long value) {
    return new Metric(name, "gauge", List.of(sample(name, "", value)), LongNode.valueOf(value));
  }

  static Metric counter(String name, String path, long value) {
    String labels = "{label=\"\",path=\"%s\"}".formatted(path);
    return new Metric(
        name, "counter", List.of(sample(name, labels, value)), LongNode.valueOf(value));
  }

  /** Four that are told apart; nothing checks the content of a batch here. */
  static Metric created(String name, String path, BatchesCreated batches) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", batches.count());
    json.put("size", batches.size());
    json.put("period", batches.period());
    json.put("check", 0L);
    var samples = new ArrayList<String>();
    json.properties()
        .forEach(by -> {
          String labels = "{label=\"\",mechanism=\"%s\",path=\"%s\"}".formatted(by.getKey(), path);
          samples.add(sample(name, labels, by.getValue()));
        });
    return new Metric(name, "counter", samples, json);
  }

  static Metric summary(String name, String path, Latency latency) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    var samples = new ArrayList<String>();
    for (int percent : PERCENTILES) {
      OptionalLong nanos = latency.percentile(percent);
      String labels = "{label=\"\",path=\"%s\",quantile=\"%s\"}".formatted(path, percent / 100.0);
      samples.add(sample(name, labels, nanos.isPresent() ? nanos.getAsLong() : "NaN"));
      nanos.ifPresent(value -> json.put("p" + percent, value));
    }
    String labels = "{label=\"\",path=\"%s\"}".formatted(path);
    samples.add(sample(name + "_sum", labels, latency.sum()));
    samples.add(sample(name + "_count", labels, latency.count()));
    json.put("sum", latency.sum());
    json.put("count", latency.count());
    return new Metric(name, "summary", samples, json);
  }
}
