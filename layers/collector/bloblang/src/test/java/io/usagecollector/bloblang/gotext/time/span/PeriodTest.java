package io.usagecollector.bloblang.gotext.time.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.Zone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final GoTime TIME = GoTime.of(2024, 1, 31, 12, 0, 0, 0, Zone.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P1Y|31556952000000000|2025-01-31T12:00:00Z
          P1M|2629746000000000|2024-03-02T12:00:00Z
          P1Y2M3W4DT5H6M7.8S|38994811800000000|2025-04-25T17:06:07.8Z
          P2W3D|1468800000000000|2024-02-17T12:00:00Z
          -P1D|-86400000000000|2024-01-30T12:00:00Z
          P-1Y2M|-26297460000000000|2023-03-31T12:00:00Z
          -P-1D|86400000000000|2024-02-01T12:00:00Z
          P1.5M|3944619000000000|2024-03-17T03:43:39Z
          P1.0D|86400000000000|2024-02-01T12:00:00Z
          PT1,5H|5400000000000|2024-01-31T13:30:00Z
          P1DT|86400000000000|2024-02-01T12:00:00Z
          P0D|0|2024-01-31T12:00:00Z
          PT0.0000000001S|0|2024-01-31T12:00:00Z
          P400Y|-5823963273709551616|2424-01-31T12:00:00Z\
          """)
  void readsAPeriod(String text, long nanos, String added) throws GoException {
    Period period = Period.parse(text);
    assertThat(period.nanos()).isEqualTo(nanos);
    assertThat(period.negated().nanos()).isEqualTo(-nanos);
    assertThat(Layout.RFC3339_NANO.format(period.addTo(TIME))).isEqualTo(added);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``|cannot parse a blank string as a period
          -|cannot parse a blank string as a period
          1Y|1Y: expected 'P' period mark at the start
          P|P: expected 'Y', 'M', 'W', 'D', 'H', 'M', or 'S' designator
          P1|P1: missing designator at the end
          P1X|P1X: expected a designator Y, M, W, D, H, or S not 'X'
          PD|PD: expected a number but found 'D'
          PT1D|PT1D: 'D' designator cannot occur here
          P1Y1Y|P1Y1Y: 'Y' designator cannot occur more than once
          PT1HT1M|PT1HT1M: 'T' designator cannot occur more than once
          P1.5Y1M|P1.5Y1M: 'Y' & 'M' only the last field can have a fraction
          P1.2.3D|P1.2.3D: number invalid or out of range
          P99999999999999999999Y|P99999999999999999999Y: number invalid or out of range\
          """)
  void refusesInTheLibrarysWords(String text, String message) {
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(GoException.class)
        .hasMessage(message);
  }
}
