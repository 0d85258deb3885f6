package io.usagecollector.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RecordHostTest {
  private static final StreamId STREAM = new StreamId("local:test");
  private static final long TIME = 1_764_585_000_250L;

  private static SourceRecord record(long offset, long millis) {
    return new SourceRecord(new Coordinates("calls", 3, offset), millis, null, null, List.of());
  }

  private static RecordHost host(long offset, String purpose) {
    return new RecordHost(STREAM, record(offset, TIME), 0, purpose, TimeLimit.NONE);
  }

  private static long[] drawn(RecordHost host) {
    return LongStream.generate(() -> host.random().nextLong()).limit(4).toArray();
  }

  /** The authors' own sequence for the state 1, 2, 3, 4. */
  @Test
  void theGeneratorIsXoshiro256PlusPlus() {
    byte[] seed = ByteBuffer.allocate(32).putLong(1).putLong(2).putLong(3).putLong(4).array();
    var random = new RecordRandom(seed);
    assertThat(LongStream.generate(random::nextLong).limit(4).toArray())
        .containsExactly(41943041L, 58720359L, 3588806011781223L, 3591011842654386L);
  }

  @Property
  void theSameRecordDrawsTheSame(@ForAll @LongRange(max = 1L << 60) long offset) {
    assertThat(drawn(host(offset, "mapping"))).isEqualTo(drawn(host(offset, "mapping")));
  }

  @Property
  void anyOtherRecordStreamOrPurposeDrawsApart(@ForAll @LongRange(max = 1L << 60) long offset) {
    long[] drawn = drawn(host(offset, "mapping"));
    assertThat(drawn(host(offset + 1, "mapping"))).isNotEqualTo(drawn);
    assertThat(drawn(host(offset, "log"))).isNotEqualTo(drawn);
    var other =
        new RecordHost(new StreamId("other"), record(offset, TIME), 0, "mapping", TimeLimit.NONE);
    assertThat(drawn(other)).isNotEqualTo(drawn);
  }

  @Test
  void theClockStandsAtTheRecordsTime() {
    assertThat(host(1, "mapping").unixNanos()).isEqualTo(1_764_585_000_250_000_000L);
  }

  @Test
  void aTimeBeyondTheClockStopsAtItsEnd() {
    var late = new RecordHost(STREAM, record(1, Long.MAX_VALUE), 0, "mapping", TimeLimit.NONE);
    var early = new RecordHost(STREAM, record(1, Long.MIN_VALUE), 0, "mapping", TimeLimit.NONE);
    assertThat(late.unixNanos()).isPositive();
    assertThat(early.unixNanos()).isNegative();
  }
}
