package io.usagecollector.core.record;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.EventId;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world as the mappings of a part of a record see it: the clock stands at the record's time,
 * and chance is drawn from its coordinates, so that the same record makes the same events whenever
 * it is mapped.
 */
final class RecordHost implements Host {
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final StreamId stream;
  private final SourceRecord record;
  private final int ordinal;
  private final String purpose;
  private final TimeLimit time;
  private @Nullable RandomGenerator random;

  /**
   * @param ordinal the part of the record
   * @param purpose what is drawn for; draws for one purpose do not move those for another
   * @param time until when the mappings may run
   */
  RecordHost(StreamId stream, SourceRecord record, int ordinal, String purpose, TimeLimit time) {
    this.stream = stream;
    this.record = record;
    this.ordinal = ordinal;
    this.purpose = purpose;
    this.time = time;
  }

  @Override
  public long unixNanos() {
    long millis = record.timestampMillis();
    long limit = Long.MAX_VALUE / NANOS_PER_MILLI;
    return Math.clamp(millis, -limit, limit) * NANOS_PER_MILLI;
  }

  @Override
  public RandomGenerator random() {
    RandomGenerator known = random;
    if (known == null) {
      known =
          new RecordRandom(
              EventId.seed(stream, record.at(), record.timestampMillis(), ordinal, purpose));
      random = known;
    }
    return known;
  }

  @Override
  public TimeLimit timeLimit() {
    return time;
  }

  @Override
  public String flowId() {
    return EventId.of(stream, record.at(), record.timestampMillis(), 0);
  }
}
