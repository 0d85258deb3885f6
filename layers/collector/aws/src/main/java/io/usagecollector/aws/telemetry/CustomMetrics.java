package io.usagecollector.aws.telemetry;

import io.usagecollector.core.processor.Measurement;
import io.usagecollector.core.processor.Measurements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the mapping's own {@code metric} processors measured since the last batch: added up where
 * that is what they mean, so that a batch costs a metric once. Thread-safe.
 */
public final class CustomMetrics implements Measurements {
  /** Each is billed by CloudWatch: a label with a value of its own for every event is a mistake. */
  static final int MOST_SERIES = 100;

  /** One metric under one set of labels. */
  public record Series(Measurement.Kind kind, String name, SortedMap<String, String> labels) {}

  /**
   * What was measured.
   *
   * @param values of each series: one sum, one last value, or each timing in nanoseconds
   * @param dropped how many measurements were of one series too many
   */
  public record Taken(Map<Series, List<Double>> values, int dropped) {}

  private final Map<Series, List<Double>> values = new LinkedHashMap<>();
  private int dropped;

  @Override
  public synchronized void take(Measurement measurement) {
    var series = new Series(measurement.kind(), measurement.name(), measurement.labels());
    List<Double> known = values.get(series);
    if (known == null && values.size() >= MOST_SERIES) {
      dropped++;
    } else if (known == null) {
      values.put(series, new ArrayList<>(List.of(measurement.value())));
    } else {
      add(known, measurement);
    }
  }

  private static void add(List<Double> known, Measurement measurement) {
    switch (measurement.kind()) {
      case COUNT -> known.set(0, known.getFirst() + measurement.value());
      case GAUGE -> known.set(0, measurement.value());
      case TIMING -> known.add(measurement.value());
    }
  }

  /** What was measured so far, which is then forgotten. */
  public synchronized Taken drain() {
    var taken = new Taken(new LinkedHashMap<>(values), dropped);
    values.clear();
    dropped = 0;
    return taken;
  }
}
