package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatFormatTest {
  @ParameterizedTest
  @CsvSource({
    "1.5, f, 0, 2",
    "2.5, f, 0, 2",
    "-0.0073, f, 2, -0.01",
    "1234.5678, e, 3, 1.235e+03",
    "0, e, 2, 0.00e+00",
    "1e21, f, -1, 1000000000000000000000",
    "1234567, g, 3, 1.23e+06",
    "100, g, 5, 100",
    "0, G, 6, 0",
    "1e-7, G, -1, 1E-07",
    "1.5, b, -1, 6755399441055744p-52",
    "1.5, x, -1, 0x1.8p+00",
    "-3.9999, X, 1, -0X1.0P+02",
    "0, x, 2, 0x0.00p+00",
    "4.9E-324, x, -1, 0x1p-1074"
  })
  void writesWhatGoWrites(double value, char verb, int precision, String text) {
    assertThat(FloatFormat.format(value, verb, precision, 64)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.1, g, -1, 0.1", "0.1, b, -1, 13421773p-27", "0.1, x, -1, 0x1.99999ap-04"})
  void aFloat32KeepsItsWidth(float value, char verb, int precision, String text) {
    assertThat(FloatFormat.format(value, verb, precision, 32)).isEqualTo(text);
  }
}
