package io.usagecollector.core.record;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.processor.Passage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's passage. Each part has a clock and a generator of its own, so that what is drawn for
 * one does not hang on what became of another.
 */
final class RecordPassage implements Passage {
  private final StreamId stream;
  private final SourceRecord record;
  private final Measurements measurements;
  private final RecordTime time;
  private final TimeLimit mappingTime;
  private final RecordHost first;
  private final Map<Integer, Host> others = new HashMap<>(0);
  private @Nullable Map<Integer, Host> logs;
  private int parts = 1;
  private boolean apart;

  RecordPassage(StreamId stream, SourceRecord record, Measurements measurements, TimeLimit limit) {
    this.stream = stream;
    this.record = record;
    this.measurements = measurements;
    this.time = new RecordTime(limit);
    this.mappingTime = limit.equals(TimeLimit.NONE) ? limit : time;
    this.first = new RecordHost(stream, record, 0, "mapping", mappingTime);
  }

  /** The engine looks at the clock itself, but not in a run that is short: many parts have many. */
  @Override
  public Host host(int ordinal) {
    if (ordinal == 0) {
      return first;
    }
    time.check();
    return others.computeIfAbsent(ordinal, n -> host(n, "mapping"));
  }

  private RecordHost host(int ordinal, String purpose) {
    return new RecordHost(stream, record, ordinal, purpose, mappingTime);
  }

  @Override
  public Host logHost(int ordinal) {
    Map<Integer, Host> known = logs;
    if (known == null) {
      known = new HashMap<>(2);
      logs = known;
    }
    return known.computeIfAbsent(ordinal, n -> host(n, "log"));
  }

  @Override
  public Measurements measurements() {
    return measurements;
  }

  /** A second time would make ordinals, and with them ids, depend on what was dropped before. */
  @Override
  public void tookApart(int count) {
    if (apart) {
      throw new IllegalStateException("the record was taken apart before");
    }
    apart = true;
    parts = Math.max(1, count);
  }

  /** Whether the time was over before the record was through. */
  boolean ranOutOfTime() {
    return time.wasOver();
  }

  /** How many parts the record has: at least one, which a drop may have made of it. */
  int parts() {
    return parts;
  }
}
