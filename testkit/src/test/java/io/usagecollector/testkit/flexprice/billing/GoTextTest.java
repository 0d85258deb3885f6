package io.usagecollector.testkit.flexprice.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1.5, -1.5",
    "120, 120",
    "100000, 100000",
    "999999, 999999",
    "1000000, 1e+06",
    "1234567, 1.234567e+06",
    "-1000000, -1e+06",
    "1e21, 1e+21",
    "1e100, 1e+100",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.1, 0.1",
    "1.5e-7, 1.5e-07"
  })
  void aNumberIsWrittenAsPercentVWritesIt(double number, String expected) {
    assertThat(GoText.of(number)).isEqualTo(expected);
  }

  @Test
  void otherValuesAreWrittenAsPercentVWritesThem() {
    assertThat(GoText.of(null)).isEqualTo("<nil>");
    assertThat(GoText.of(true)).isEqualTo("true");
    assertThat(GoText.of(" a ")).isEqualTo(" a ");
    assertThat(GoText.of(Arrays.asList(1.0, "b", null))).isEqualTo("[1 b <nil>]");
    assertThat(GoText.of(Map.of("b", 2.0, "a", List.of()))).isEqualTo("map[a:[] b:2]");
  }

  @Test
  void trimTakesUnicodeSpacesToo() {
    assertThat(GoText.trim("\u00a0\t\u2003\u0085 a b \u3000\n")).isEqualTo("a b");
    assertThat(GoText.trim(" \t")).isEmpty();
    assertThat(GoText.trim("\u200ba")).isEqualTo("\u200ba");
  }
}
