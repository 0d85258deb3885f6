package io.usagecollector.bloblang.gotext;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FloatTextTest {
  @Test
  void shortestTurnsExponentialFromAMillionOn() {
    assertThat(FloatText.shortest(999999.0)).isEqualTo("999999");
    assertThat(FloatText.shortest(1000000.0)).isEqualTo("1e+06");
    assertThat(FloatText.shortest(1234567.5)).isEqualTo("1.2345675e+06");
    assertThat(FloatText.shortest(-0.0001)).isEqualTo("-0.0001");
    assertThat(FloatText.shortest(0.00001234)).isEqualTo("1.234e-05");
    assertThat(FloatText.shortest(1e100)).isEqualTo("1e+100");
    assertThat(FloatText.shortest(-0.0)).isEqualTo("-0");
    assertThat(FloatText.shortest(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
    assertThat(FloatText.shortest(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void subnormalsNeedOneDigitWhereTheJdkPrintsTwo() {
    assertThat(FloatText.shortest(Double.MIN_VALUE)).isEqualTo("5e-324");
    assertThat(FloatText.json(2 * Double.MIN_VALUE)).isEqualTo("1e-323");
    assertThat(FloatText.shortest(Float.MIN_VALUE)).isEqualTo("1e-45");
  }

  @Test
  void jsonIsPlainFromAMillionthToTenToTheTwentyOne() {
    assertThat(FloatText.json(0.000001)).isEqualTo("0.000001");
    assertThat(FloatText.json(0.00000012)).isEqualTo("1.2e-7");
    assertThat(FloatText.json(1e-10)).isEqualTo("1e-10");
    assertThat(FloatText.json(123456789012345680000.0)).isEqualTo("123456789012345680000");
    assertThat(FloatText.json(1e21)).isEqualTo("1e+21");
    assertThat(FloatText.json(2.0)).isEqualTo("2");
    assertThat(FloatText.json(-0.0)).isEqualTo("-0");
    assertThatIllegalArgumentException().isThrownBy(() -> FloatText.json(Double.NaN));
  }

  @Test
  void aFloat32HasItsOwnDigits() {
    assertThat(FloatText.json(0.1f)).isEqualTo("0.1");
    assertThat(FloatText.json(16777216f)).isEqualTo("16777216");
    assertThat(FloatText.shortest(16777216f)).isEqualTo("1.6777216e+07");
    assertThat(FloatText.shortest(0x1p-12f)).isEqualTo("0.00024414063");
  }

  @Property
  void aFloatReadsBackAsItself(@ForAll double value) throws GoException {
    assertThat(FloatParser.parse(FloatText.shortest(value))).isEqualTo(value);
    assertThat(FloatParser.parse(FloatText.json(value))).isEqualTo(value);
  }

  @Property
  void theWriterWritesTheSameNumber(@ForAll double value) {
    String written = new String(new Utf8Writer(4).jsonNumber(value).toByteArray(), US_ASCII);
    assertThat(written).isEqualTo(FloatText.json(value));
  }

  @Property
  void theWriterWritesIntegers(@ForAll long value) {
    String written = new String(new Utf8Writer(4).integer(value).toByteArray(), US_ASCII);
    assertThat(written).isEqualTo(Long.toString(value));
  }
}
