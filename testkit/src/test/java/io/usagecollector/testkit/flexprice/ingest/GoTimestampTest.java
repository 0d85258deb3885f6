package io.usagecollector.testkit.flexprice.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimestampTest {
  @Property
  void whatJavaPrintsOfAnySecondIsReadBack(
      @ForAll @LongRange(min = -62167219200L, max = 253402300799L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano)
      throws MalformedBody {
    Instant instant = Instant.ofEpochSecond(second, nano);
    assertThat(GoTimestamp.parse(instant.toString())).isEqualTo(instant);
  }

  @Property
  void anOffsetIsTakenAway(
      @ForAll @LongRange(min = 0, max = 4102444800L) long second,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes)
      throws MalformedBody {
    Instant instant = Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS);
    String text =
        instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)).toString().replace("Z", "+00:00");
    String withSeconds =
        text.length() == 22 ? text.substring(0, 16) + ":00" + text.substring(16) : text;
    assertThat(GoTimestamp.parse(withSeconds)).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01T12:00:00.1234567899Z | 2026-03-01T12:00:00.123456789Z",
        "2026-03-01T12:00:00,25Z         | 2026-03-01T12:00:00.25Z",
        "2026-03-01T1:00:00Z             | 2026-03-01T01:00:00Z",
        "2026-03-01T12:00:00-24:60       | 2026-03-02T13:00:00Z",
        "0001-01-01T00:00:00Z            | 0001-01-01T00:00:00Z",
        "0000-02-29T00:00:00Z            | 0000-02-29T00:00:00Z"
      })
  void readsMoreThanRfc3339(String text, Instant expected) throws MalformedBody {
    assertThat(GoTimestamp.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00:00.",
        "2026-03-01T12:00:00+24:61",
        "2026-03-01T12:00:00+2:00",
        "2026-03-01T012:00:00Z",
        "2026-03-01T:00:00Z",
        "-026-03-01T12:00:00Z",
        "２026-03-01T12:00:00Z"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> GoTimestamp.parse(text)).isInstanceOf(MalformedBody.class);
  }
}
