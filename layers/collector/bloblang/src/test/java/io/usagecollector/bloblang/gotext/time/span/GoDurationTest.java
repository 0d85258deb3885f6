package io.usagecollector.bloblang.gotext.time.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "-0, 0", "5s, 5000000000", "-1.5h, -5400000000000", "1h15m30.918273645s, 4530918273645",
    "1µs, 1000", "1μs, 1000", ".5ns, 0", "1.s, 1000000000",
        "-9223372036854775808ns, -9223372036854775808",
    "0.100000000000000000000h, 360000000000", "1.9223372036854775808h, 6920413933267"
  })
  void parses(String text, long nanos) throws GoException {
    assertThat(GoDuration.parse(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``|time: invalid duration ""
          3|time: missing unit in duration "3"
          .s|time: invalid duration ".s"
          1d|time: unknown unit "d" in duration "1d"
          1 s|time: unknown unit " s" in duration "1 s"
          9223372036854775808ns|time: invalid duration "9223372036854775808ns"
          2562048h|time: invalid duration "2562048h"
          1é|time: unknown unit "\\xc3\\xa9" in duration "1\\xc3\\xa9\"\
          """)
  void refusesInGosWords(String text, String message) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(GoException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "1100, 1.1µs",
    "-2200000, -2.2ms",
    "3300000000, 3.3s",
    "245000000000, 4m5s",
    "3600000000000, 1h0m0s",
    "-9223372036854775808, -2562047h47m16.854775808s"
  })
  void formats(long nanos, String text) {
    assertThat(GoDuration.format(nanos)).isEqualTo(text);
  }

  @Property
  void aDurationReadsBack(@ForAll long nanos) throws GoException {
    assertThat(GoDuration.parse(GoDuration.format(nanos))).isEqualTo(nanos);
  }
}
