package io.usagecollector.core.config;

import static io.usagecollector.core.config.Pipelines.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.processor.Measurement;
import io.usagecollector.core.record.RecordPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {
  private static List<Measurement> measured(String metric, String... records) {
    var taken = new ArrayList<Measurement>();
    RecordPipeline pipeline =
        Pipelines.config("- metric: " + metric, Map.of()).compile(Pipelines.STREAM, taken::add);
    for (String each : records) {
      pipeline.process(record(each));
    }
    return taken;
  }

  private static Measurement of(Measurement.Kind kind, double value, String... labels) {
    var all = new TreeMap<String, String>();
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    return new Measurement(kind, "m", all, value);
  }

  @Test
  void aCounterCountsMessagesUnderTheirLabels() {
    assertThat(
            measured(
                "{type: counter, name: m, value: ignored, labels: {kind: '${! json(\"k\") }',"
                    + " topic: '${! @kafka_topic }'}}",
                "{\"k\":\"a\"}",
                "{\"k\":\"b\"}"))
        .containsExactly(
            of(Measurement.Kind.COUNT, 1, "kind", "a", "topic", "calls"),
            of(Measurement.Kind.COUNT, 1, "kind", "b", "topic", "calls"));
  }

  @ParameterizedTest
  @CsvSource({
    "counter_by, 5, COUNT, 5",
    "COUNTER_BY, 0.25, COUNT, 0.25",
    "gauge, 1e3, GAUGE, 1000",
    "timing, 1500000, TIMING, 1500000"
  })
  void aValueIsMeasured(String type, String value, Measurement.Kind kind, double measured) {
    assertThat(measured("{type: " + type + ", name: m, value: '${! json(\"v\") }'}", v(value)))
        .containsExactly(of(kind, measured));
  }

  private static String v(String value) {
    return "{\"v\":\"" + value + "\"}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "NaN", "Inf", " 5", "1e999"})
  void whatIsNoUsableNumberIsNotMeasuredAndTheMessageGoesOn(String value) {
    String metric = "{type: counter_by, name: m, value: '${! json(\"v\") }'}";
    assertThat(measured(metric, v(value), v("2"))).containsExactly(of(Measurement.Kind.COUNT, 2));
  }

  @Test
  void aTimingIsAWholeNumber() {
    assertThat(measured("{type: timing, name: m, value: '1.5'}", "{}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: m}                  | pipeline.processors[0].metric.type is missing
          {type: counter}            | pipeline.processors[0].metric.name is missing
          {type: counter, name: ""}  | pipeline.processors[0].metric.name is empty
          {type: count, name: m}     | pipeline.processors[0].metric.type is counter, counter_by, gauge or timing
          {type: counter, name: m, label: {}} | unknown key pipeline.processors[0].metric.label: did you mean labels?
          {type: counter, name: m, labels: x} | pipeline.processors[0].metric.labels must be a section of names and texts
          {type: gauge, name: m, value: '${! nope() }'} | pipeline.processors[0].metric.value does not compile
          []                         | pipeline.processors[0].metric must be a section with type and name
          """)
  void aMistakeIsTold(String metric, String message) {
    assertThatThrownBy(() -> measured(metric)).hasMessageContaining(message);
  }
}
