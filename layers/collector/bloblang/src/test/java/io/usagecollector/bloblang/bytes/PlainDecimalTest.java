package io.usagecollector.bloblang.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
  private static double parsed(String text) {
    return PlainDecimal.parse(text.getBytes(US_ASCII), 0, text.length());
  }

  @Property
  void aDecimalIsTheFloatThatTheJdkReads(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(max = 15) int places) {
    String whole = "%015d".formatted(digits);
    String text = whole.substring(0, 15 - places) + "." + whole.substring(15 - places);
    assertThat(parsed(text)).isEqualTo(Double.parseDouble(text));
    assertThat(parsed(Long.toString(digits))).isEqualTo((double) digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-1",
        "+1",
        "1e3",
        "1.2.3",
        "0x1",
        "1_0",
        " 1",
        "Inf",
        "1234567890123456",
        "123456789012345.6",
        "0.0000000000000001"
      })
  void anythingElseIsLeftToTheGeneralReader(String text) {
    assertThat(parsed(text)).isNaN();
  }
}
