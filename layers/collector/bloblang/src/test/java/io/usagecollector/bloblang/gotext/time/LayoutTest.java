package io.usagecollector.bloblang.gotext.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final GoTime TIME = GoTime.of(2024, 2, 9, 15, 4, 5, 120_034_000, Zone.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          2006-01-02T15:04:05.999999999Z07:00|2024-02-09T15:04:05.120034Z
          Mon Jan _2 15:04:05 2006|Fri Feb  9 15:04:05 2024
          Monday, 02-January-06 3:4:5 PM|Friday, 09-February-24 3:4:5 PM
          03:04:05.000 pm|03:04:05.120 pm
          15:04:05,000000 MST -0700|15:04:05,120034 UTC +0000
          002 __2 1 2|040  40 2 9
          -07 -07:00 -07:00:00 -070000 Z07 Z0700|+00 +00:00 +00:00:00 +000000 Z Z
          Janet Month _2006 .0001|Janet Month _2024 .0002
          no fields at all|no fields at all\
          """)
  void formats(String layout, String text) {
    assertThat(Layout.compile(layout).format(TIME)).isEqualTo(text);
  }

  @Test
  void formatsInAZone() throws GoException {
    Layout layout = Layout.compile("2006-01-02 15:04 MST Z07:00");
    assertThat(layout.format(TIME.in(Zone.load("America/New_York"))))
        .isEqualTo("2024-02-09 10:04 EST -05:00");
    assertThat(layout.format(TIME.plusDate(0, 5, 0).in(Zone.load("Europe/Dublin"))))
        .isEqualTo("2024-07-09 16:04 IST +01:00");
    assertThat(layout.format(TIME.in(Zone.fixed("", -34_200))))
        .isEqualTo("2024-02-09 05:34 -0930 -09:30");
    assertThat(layout.format(GoTime.ofUnix(-62_135_596_800L, 0).in(Zone.load("Asia/Tehran"))))
        .isEqualTo("0001-01-01 03:25 LMT +03:25");
  }

  @Test
  void formatsYearsFarOff() {
    assertThat(GoTime.ofUnix(-62_167_219_201L - 86_400 * 400L, 5))
        .hasToString("-0002-11-26 23:59:59.000000005 +0000 UTC");
    assertThat(GoTime.ofUnix(Long.MAX_VALUE, 0))
        .hasToString("292277026596-12-04 15:30:07 +0000 UTC");
    assertThat(GoTime.ofUnix(Long.MIN_VALUE, 0))
        .hasToString("292277026596-12-04 15:30:08 +0000 UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2006-01-02|2024-02-29|2024-02-29T00:00:00Z
          2006-01-02T15:04:05Z07:00|2024-02-29T01:02:03.5+05:30|2024-02-29T01:02:03.5+05:30
          2006-01-02T15:04:05|2024-02-29T01:02:03,123456789123|2024-02-29T01:02:03.123456789Z
          Jan 2, 2006 at 3:04pm (MST)|aug 14, 2020 at 5:54pm (UTC)|2020-08-14T17:54:00Z
          Jan 2 2006 MST|Feb 3 2021 GMT-3|2021-02-02T21:00:00-03:00
          Jan 2 2006 MST|Feb 3 2021 PST|2021-02-03T00:00:00Z
          2006-002|2024-060|2024-02-29T00:00:00Z
          06|69|1969-01-01T00:00:00Z
          3PM|12AM|0000-01-01T00:00:00Z
          2006-01-02 Z0700|2024-01-01 +2460|2024-01-01T00:00:00+25:00
          Mon _2 Jan 2006|Fri  9 Feb 2024|2024-02-09T00:00:00Z\
          """)
  void parses(String layout, String text, String rfc3339) throws GoException {
    assertThat(Layout.RFC3339_NANO.format(Layout.compile(layout).parse(text))).isEqualTo(rfc3339);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2006-01-02|2024-02-30|parsing time "2024-02-30": day out of range
          2006-01-02|2024-13-01|parsing time "2024-13-01": month out of range
          2006-01-02|2024-02|parsing time "2024-02" as "2006-01-02": cannot parse "" as "-"
          2006-01-02|20x4|parsing time "20x4" as "2006-01-02": cannot parse "20x4" as "2006"
          2006-01-02|2024-02-09x|parsing time "2024-02-09x": extra text: "x"
          2006-01-02T15:04:05Z07:00|2024-02-09 01:02:03Z|parsing time "2024-02-09 01:02:03Z" as "2006-01-02T15:04:05Z07:00": cannot parse " 01:02:03Z" as "T"
          15:04:05|25:00:00|parsing time "25:00:00": hour out of range
          15:04:05.000|01:02:03|parsing time "01:02:03" as "15:04:05.000": cannot parse "" as ".000"
          Jan é|é"|parsing time "\\xc3\\xa9\\"" as "Jan \\xc3\\xa9": cannot parse "\\xc3\\xa9\\"" as "Jan"
          2006-002|2023-366|parsing time "2023-366": day-of-year out of range
          01 002|02 001|parsing time "02 001": day-of-year does not match month
          -0700|+2500|parsing time "+2500": time zone offset hour out of range\
          """)
  void refusesInGosWords(String layout, String text, String message) {
    assertThatThrownBy(() -> Layout.compile(layout).parse(text))
        .isInstanceOf(GoException.class)
        .hasMessage(message);
  }

  @Property
  void aTimeReadsBack(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L - 90_000) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -1439, max = 1439) int minutes)
      throws GoException {
    GoTime time =
        new GoTime(Math.max(seconds, -62_135_500_000L), nanos, Zone.fixed("", minutes * 60));
    GoTime back = Layout.RFC3339_NANO.parse(Layout.RFC3339_NANO.format(time));
    assertThat(back).isEqualByComparingTo(time);
    assertThat(back.offset()).isEqualTo(time.offset());
    Layout slow = Layout.compile("Monday 2 Jan 2006 .000000000 03:04:05PM -07:00");
    assertThat(slow.parse(slow.format(time))).isEqualByComparingTo(time);
  }
}
