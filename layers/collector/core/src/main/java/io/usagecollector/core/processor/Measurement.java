package io.usagecollector.core.processor;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a processor {@code metric} measured on one message.
 *
 * @param name the metric's name, as its writer chose it
 * @param labels further names and values, such as the topic
 * @param value finite, and not negative; of a timing, nanoseconds
 */
public record Measurement(Kind kind, String name, SortedMap<String, String> labels, double value) {
  /** How measurements of one name go together. */
  public enum Kind {
    /** They are added up. */
    COUNT,
    /** The last one holds. */
    GAUGE,
    /** Each one counts, as the nanoseconds that something took. */
    TIMING
  }

  public Measurement {
    labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a measurement is a finite number, and not negative");
    }
  }
}
