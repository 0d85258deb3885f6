package io.usagecollector.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.processor.Measurement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomMetricsTest {
  private static Measurement of(
      Measurement.Kind kind, String name, double value, Map<String, String> labels) {
    return new Measurement(kind, name, new TreeMap<>(labels), value);
  }

  private static Measurement of(Measurement.Kind kind, String name, double value) {
    return of(kind, name, value, Map.of());
  }

  @Test
  void countsAddUpTheLastGaugeHoldsAndTimingsAreKept() {
    var metrics = new CustomMetrics();
    for (double value : new double[] {1, 2, 4}) {
      for (Measurement.Kind kind : Measurement.Kind.values()) {
        metrics.take(of(kind, "m", value));
      }
    }
    assertThat(metrics.drain().values().values())
        .containsExactly(List.of(7.0), List.of(4.0), List.of(1.0, 2.0, 4.0));
    assertThat(metrics.drain().values()).isEmpty();
  }

  @Test
  void otherLabelsAreAnotherSeriesAndOneTooManyIsCounted() {
    var metrics = new CustomMetrics();
    for (int i = 0; i < 103; i++) {
      metrics.take(of(Measurement.Kind.COUNT, "m", 1, Map.of("id", "" + i)));
    }
    metrics.take(of(Measurement.Kind.COUNT, "m", 1, Map.of("id", "5")));
    CustomMetrics.Taken taken = metrics.drain();
    assertThat(taken.values()).hasSize(100).containsValue(List.of(2.0));
    assertThat(taken.dropped()).isEqualTo(3);
  }

  @Test
  void aSeriesIsALineInTheEmbeddedFormat() {
    var metrics = new CustomMetrics();
    metrics.take(
        of(Measurement.Kind.COUNT, "Foos", 3, Map.of("topic", "calls", "none", "", "l", "\u00e4")));
    metrics.take(of(Measurement.Kind.TIMING, "Took", 1_500_000));
    String printed = Printed.by(new BatchMetrics("forward"), metrics.drain());
    assertThat(printed)
        .contains("\"Foos\":3.0", "\"topic\":\"calls\"", "\"l\":\"?\"", "\"Took\":1500.0")
        .contains("\"Unit\":\"Microseconds\"")
        .doesNotContain("none");
    assertThat(printed.lines()).hasSize(2);
  }

  @Test
  void whatCloudWatchCannotTakeIsLeftOutAndNothingIsThrown() {
    var metrics = new CustomMetrics();
    metrics.take(of(Measurement.Kind.COUNT, "Foos", 1, Map.of(":bad", "x")));
    metrics.take(of(Measurement.Kind.COUNT, "Good", 1));
    assertThat(Printed.by(new BatchMetrics("forward"), metrics.drain()))
        .contains("\"Good\":1.0")
        .doesNotContain(":bad");
  }
}
