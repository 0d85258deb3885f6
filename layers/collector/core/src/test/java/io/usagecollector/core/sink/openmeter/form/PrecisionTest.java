package io.usagecollector.core.sink.openmeter.form;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A number survives if it is what the nearest float64 is written as. */
class PrecisionTest {
  private static Precision of(String number) {
    byte[] json = ("[" + number + "]").getBytes(US_ASCII);
    return Precision.of(json, 1, json.length - 1);
  }

  @Property
  void everyIntegerUpTo53BitsSurvives(
      @ForAll @LongRange(min = -9_007_199_254_740_992L, max = 9_007_199_254_740_992L) long n) {
    assertThat(of(Long.toString(n))).isEqualTo(Precision.KEPT);
  }

  @Property
  void anyOtherNumberSurvivesIfAndOnlyIfItComesOutTheSame(
      @ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale) {
    var number = new BigDecimal(java.math.BigInteger.valueOf(digits), scale);
    boolean same = new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0;
    assertThat(of(number.toString())).isEqualTo(same ? Precision.KEPT : Precision.DIGITS_LOST);
    assertThat(of(number.toPlainString())).isEqualTo(of(number.toString()));
  }

  @Property
  void everyFloatAsItIsWrittenSurvives(@ForAll double value) {
    assertThat(of(Double.toString(value))).isEqualTo(Precision.KEPT);
  }
}
