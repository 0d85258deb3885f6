package io.usagecollector.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EventIdTest {
  private static final StreamId STREAM = new StreamId("arn:aws:kafka:eu-west-1:1:cluster/a/b");
  private static final Coordinates AT = new Coordinates("vapi-usage-events", 3, 42);

  /**
   * If this fails, do not change the expectation: every event already sent would be billed again on
   * a replay. Another way to compute the id takes another version.
   */
  @Test
  void theIdOfARecordNeverChanges() {
    assertThat(EventId.of(STREAM, AT, 1_764_585_000_000L, 0))
        .isEqualTo("uc1_e73a37d375e8c67e3e2644cd655eefd9ba3b6d22");
    assertThat(EventId.of(STREAM, AT, 1_764_585_000_000L, 1))
        .isEqualTo("uc1_c3ff5355eca717e3f477044e88871ea744c94a8e");
    assertThat(HexFormat.of().formatHex(EventId.seed(STREAM, AT, 1_764_585_000_000L, 0, "mapping")))
        .isEqualTo("da85049fb21965f7f62d0bbe1c379b21ff000038ab14c0d8ca8c32a643e6da85");
  }

  @Property
  void theSameCoordinatesGiveTheSameId(
      @ForAll @NotBlank String stream,
      @ForAll @StringLength(min = 1) String topic,
      @ForAll @IntRange int partition,
      @ForAll @LongRange(max = Long.MAX_VALUE) long offset,
      @ForAll long time,
      @ForAll @IntRange int ordinal) {
    var at = new Coordinates(topic, partition, offset);
    assertThat(EventId.of(new StreamId(stream), at, time, ordinal))
        .isEqualTo(
            EventId.of(
                new StreamId(stream), new Coordinates(topic, partition, offset), time, ordinal))
        .matches("uc1_[0-9a-f]{40}");
  }

  @Property
  void anyOtherCoordinateGivesAnotherId(
      @ForAll @NotBlank String stream,
      @ForAll @StringLength(min = 1) String topic,
      @ForAll @IntRange(max = 1 << 30) int partition,
      @ForAll @LongRange(max = 1L << 60) long offset,
      @ForAll long time,
      @ForAll @IntRange(max = 1 << 30) int ordinal) {
    var name = new StreamId(stream);
    var at = new Coordinates(topic, partition, offset);
    assertThat(EventId.of(name, at, time, ordinal))
        .isNotEqualTo(EventId.of(new StreamId(stream + "x"), at, time, ordinal))
        .isNotEqualTo(
            EventId.of(name, new Coordinates(topic + "x", partition, offset), time, ordinal))
        .isNotEqualTo(
            EventId.of(name, new Coordinates(topic, partition + 1, offset), time, ordinal))
        .isNotEqualTo(
            EventId.of(name, new Coordinates(topic, partition, offset + 1), time, ordinal))
        .isNotEqualTo(EventId.of(name, at, time + 1, ordinal))
        .isNotEqualTo(EventId.of(name, at, time, ordinal + 1));
  }

  @Test
  void aByteMovedFromTheStreamsNameToTheTopicsIsAnotherId() {
    assertThat(EventId.of(new StreamId("ab"), new Coordinates("c", 0, 0), 0, 0))
        .isNotEqualTo(EventId.of(new StreamId("a"), new Coordinates("bc", 0, 0), 0, 0));
  }

  @Test
  void aBlankStreamIdIsRefused() {
    assertThatThrownBy(() -> new StreamId(" ")).hasMessageContaining("stream id is blank");
  }
}
