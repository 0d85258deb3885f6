package io.usagecollector.core.processor;

import io.usagecollector.bloblang.GoText;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Message;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;

/**
 * {@code metric}: measures each message, and leaves it as it is. What cannot be measured is told in
 * the log, without values, and fails no message: upstream so.
 */
public record MetricProcessor(
    Type type,
    String name,
    Interpolation value,
    Map<String, Interpolation> labels,
    Logger logger,
    String path)
    implements Processor {
  /** Upstream's types. */
  public enum Type {
    COUNTER,
    COUNTER_BY,
    GAUGE,
    TIMING
  }

  /** Why there is nothing to measure. */
  private static final class Unmeasurable extends Exception {
    private static final long serialVersionUID = 1L;

    Unmeasurable(String why) {
      super(why, null, false, false);
    }
  }

  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    List<Message> messages = Draft.messages(batch);
    for (int i = 0; i < batch.size(); i++) {
      try {
        Host host = passage.logHost(batch.get(i).ordinal());
        passage.measurements().take(measure(messages, i, host));
      } catch (Unmeasurable e) {
        logger.error("{} measures nothing: {}", path, e.getMessage());
      }
    }
    return batch;
  }

  private Measurement measure(List<Message> batch, int index, Host host) throws Unmeasurable {
    String text = text(value, batch, index, host);
    SortedMap<String, String> named = new TreeMap<>();
    for (Map.Entry<String, Interpolation> label : labels.entrySet()) {
      named.put(label.getKey(), text(label.getValue(), batch, index, host));
    }
    return switch (type) {
      case COUNTER -> new Measurement(Measurement.Kind.COUNT, name, named, 1);
      case COUNTER_BY -> new Measurement(Measurement.Kind.COUNT, name, named, number(text));
      case GAUGE -> new Measurement(Measurement.Kind.GAUGE, name, named, number(text));
      case TIMING -> new Measurement(Measurement.Kind.TIMING, name, named, nanos(text));
    };
  }

  private static String text(Interpolation query, List<Message> batch, int index, Host host)
      throws Unmeasurable {
    return switch (query.apply(batch, index, host)) {
      case Interpolation.Text.Resolved resolved -> resolved.text().toString();
      case Interpolation.Text.Failed failed -> throw new Unmeasurable(failed.fault().valueFree());
    };
  }

  private static double number(String text) throws Unmeasurable {
    return usable(
        GoText.number(text).orElseThrow(() -> new Unmeasurable("its value is no number")));
  }

  private static double nanos(String text) throws Unmeasurable {
    return usable(
        (double)
            GoText.integer(text)
                .orElseThrow(
                    () -> new Unmeasurable("its value is no whole number of nanoseconds")));
  }

  private static double usable(double number) throws Unmeasurable {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new Unmeasurable("its value is negative, infinite or none at all");
    }
    return number;
  }
}
