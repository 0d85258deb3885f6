package io.usagecollector.testkit.flexprice.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "1., 1",
    ".5, 0.5",
    "+.5, 0.5",
    "1E+3, 1000",
    "1e-3, 0.001",
    "12.5e1, 125",
    "007, 7",
    "0.1234567890123456789, 0.123456789012345",
    "123456789012345678901234567890, 123456789012345678901234567890"
  })
  void aStringIsReadExactly(String text, String expected) {
    assertThat(Quantity.of(text)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "+",
        "e",
        "e5",
        "5e",
        "1e1.5",
        "1.2.3",
        "1_000",
        "--1",
        "1 ",
        "٣",
        "1e99999999999",
        "1e2147483647",
        "1e-2147483647",
        "Infinity",
        "-0.1"
      })
  void anythingElseIsZero(String text) {
    assertThat(Quantity.of(text)).isZero();
  }

  @Test
  void aNumberIsTheShortestDecimalOfItsFloat() {
    assertThat(Quantity.of(0.1)).isEqualByComparingTo("0.1");
    assertThat(Quantity.of(9007199254740992.0)).isEqualByComparingTo("9007199254740992");
    assertThat(Quantity.of(-1.0)).isZero();
  }
}
