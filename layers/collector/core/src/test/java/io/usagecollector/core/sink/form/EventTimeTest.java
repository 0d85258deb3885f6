package io.usagecollector.core.sink.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-12-01T10:30:00Z           | 1764585000
          2025-12-01T10:30:00.123456789Z | 1764585000
          2025-12-01T10:30:00,5Z         | 1764585000
          2025-12-01T9:30:00Z            | 1764581400
          2025-12-01T10:30:00+05:30      | 1764565200
          2025-12-01T10:30:00-00:00      | 1764585000
          2025-12-01T10:30:00+24:00      | 1764498600
          2025-12-01T10:30:00+00:60      | 1764581400
          2024-02-29T00:00:00Z           | 1709164800
          1970-01-01T00:00:00Z           | 0
          2106-02-07T06:28:15Z           | 4294967295
          2106-02-07T06:28:15.999Z       | 4294967295
          """)
  void whatGoAcceptsIsSentAsWritten(String text, long epochSecond) {
    assertThat(EventTime.read(text)).isEqualTo(new EventTime(text, epochSecond, false));
    assertThat(EventTime.read(text).fits32Bits()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-12-01t10:30:00z      | 2025-12-01T10:30:00Z      | 1764585000
          2025-12-01t10:30:00+01:00 | 2025-12-01T10:30:00+01:00 | 1764581400
          2025-12-01T10:30:00.25z   | 2025-12-01T10:30:00.25Z   | 1764585000
          2016-12-31T23:59:60Z      | 2016-12-31T23:59:59Z      | 1483228799
          2016-12-31t23:59:60.5z    | 2016-12-31T23:59:59.5Z    | 1483228799
          2017-01-01T00:59:60+01:00 | 2017-01-01T00:59:59+01:00 | 1483228799
          """)
  void whatOnlyRfc3339AllowsIsRewrittenToTheSameSecond(String text, String sent, long epochSecond) {
    assertThat(EventTime.read(text)).isEqualTo(new EventTime(sent, epochSecond, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "1764585000",
        "2025-12-01",
        "2025-12-01T10:30Z",
        "2025-12-01T10:30:00",
        "2025-12-01 10:30:00Z",
        "2025-12-01T10:30:00+0530",
        "2025-12-01T10:30:00+05",
        "2025-12-01T10:30:00.Z",
        "2025-12-01T24:00:00Z",
        "2025-12-01T10:60:00Z",
        "2025-12-01T10:30:60Z",
        "2025-12-01T23:59:61Z",
        "2025-12-01T10:30:00+25:00",
        "2025-12-01T10:30:00+00:61",
        "2025-00-01T10:30:00Z",
        "2025-13-01T10:30:00Z",
        "2025-12-00T10:30:00Z",
        "2025-12-32T10:30:00Z",
        "2025-02-29T10:30:00Z",
        "10000-01-01T00:00:00Z",
        "2025-1-01T10:30:00Z",
        " 2025-12-01T10:30:00Z",
        "2025-12-01T10:30:00Z ",
        "2025-12-01t9:30:00z",
        "2025-12-01t10:30:00,5z",
        "2025-12-01t10:30:00+24:00",
        "٢٠٢٥-12-01T10:30:00Z"
      })
  void whatNeitherGrammarKnowsIsNoTime(String text) {
    assertThat(EventTime.read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:59:59+01:00",
        "2106-02-07T06:28:16Z",
        "2300-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void outsideOf32BitsOfSecondsATimeDoesNotFit(String text) {
    assertThat(EventTime.read(text).fits32Bits()).isFalse();
  }

  @Test
  void aRecordsTimeIsUtcWithMilliseconds() {
    assertThat(EventTime.ofMillis(1_764_585_000_007L).sent()).isEqualTo("2025-12-01T10:30:00.007Z");
    assertThat(EventTime.ofMillis(0).sent()).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(EventTime.ofMillis(4_294_967_295_999L).sent()).isEqualTo("2106-02-07T06:28:15.999Z");
  }

  @Test
  void aRecordWithoutATimeDoesNotFit() {
    assertThat(EventTime.ofMillis(-1).fits32Bits()).isFalse();
    assertThat(EventTime.ofMillis(Long.MAX_VALUE).fits32Bits()).isFalse();
    assertThat(EventTime.ofMillis(Long.MIN_VALUE).fits32Bits()).isFalse();
  }

  @Property
  void everyRecordTimeReadsBackAsItself(@ForAll @LongRange(max = 4_294_967_295_999L) long millis) {
    EventTime time = EventTime.ofMillis(millis);
    assertThat(Instant.parse(time.sent())).isEqualTo(Instant.ofEpochMilli(millis));
    assertThat(EventTime.read(time.sent())).isEqualTo(time);
  }

  @Property
  void everyRfc3339TimeNamesItsSecond(
      @ForAll @LongRange(min = -60_000_000_000L, max = 200_000_000_000L) long second,
      @ForAll @LongRange(min = -1080, max = 1080) long offsetMinutes) {
    var offset = ZoneOffset.ofTotalSeconds((int) offsetMinutes * 60);
    var at = OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), offset);
    if (at.getYear() >= 0 && at.getYear() <= 9999) {
      assertThat(EventTime.read(at.toInstant().toString()).epochSecond()).isEqualTo(second);
    }
  }

  @Property
  void noTextThrows(@ForAll String text) {
    EventTime time = EventTime.read(text);
    assertThat(time == null || time.sent() != null).isTrue();
  }
}
