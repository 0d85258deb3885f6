package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
  @ParameterizedTest
  @CsvSource({
    "1_000, 1000",
    ".5, 0.5",
    "5., 5",
    "+inf, Infinity",
    "-Infinity, -Infinity",
    "nAn, NaN",
    "0x1p-2, 0.25",
    "0x_1.8p1, 3",
    "1e-999, 0",
    "1_0e1_0, 1e11"
  })
  void readsGoFloats(String text, double value) throws GoException {
    assertThat(FloatParser.parse(text)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " 1", "1f", "1d", "0x1F", "-nan", "1__0", "_1", "1_", "1e", ".", "0x.p1", "1.2.3",
        "1_.5"
      })
  void refusesWhatGoRefuses(String text) {
    assertThatThrownBy(() -> FloatParser.parse(text))
        .isInstanceOf(GoException.class)
        .hasMessage("strconv.ParseFloat: parsing \"" + text + "\": invalid syntax");
  }

  @Test
  void namesWhatIsOutOfRange() {
    assertThatThrownBy(() -> FloatParser.parse("1e999"))
        .hasMessage("strconv.ParseFloat: parsing \"1e999\": value out of range");
    assertThatThrownBy(() -> FloatParser.parseSingle("1e39"))
        .hasMessage("strconv.ParseFloat: parsing \"1e39\": value out of range");
    assertThatThrownBy(() -> IntParser.parse("9223372036854775808", 10))
        .hasMessage("strconv.ParseInt: parsing \"9223372036854775808\": value out of range");
    assertThatThrownBy(() -> IntParser.parseUnsigned("18446744073709551616", 10))
        .hasMessage("strconv.ParseUint: parsing \"18446744073709551616\": value out of range");
    assertThatThrownBy(() -> IntParser.atoi("a\n"))
        .hasMessage("strconv.Atoi: parsing \"a\\n\": invalid syntax");
  }

  @Test
  void aFloat32IsRoundedOnce() throws GoException {
    assertThat(FloatParser.parseSingle("1.00000017881393432617187499")).isEqualTo(1.0000001f);
    assertThat(FloatParser.parseSingle("-inf")).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @CsvSource({
    "010, 8",
    "0x1F, 31",
    "0b11, 3",
    "0o17, 15",
    "1_000, 1000",
    "0_7, 7",
    "-0x_f, -15",
    "+5, 5",
    "0, 0",
    "-9223372036854775808, -9223372036854775808"
  })
  void baseZeroReadsThePrefix(String text, long value) throws GoException {
    assertThat(IntParser.parse(text, 0)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "08", "0x", "0a1", "1__0", "1_", "1.0", "--1", "٣"})
  void baseZeroRefuses(String text) {
    assertThatThrownBy(() -> IntParser.parse(text, 0))
        .hasMessage("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
  }

  @Test
  void otherBasesTakeNoUnderscoreAndUnsignedNoSign() throws GoException {
    assertThat(IntParser.parse("ff", 16)).isEqualTo(255);
    assertThat(IntParser.parseUnsigned("18446744073709551615", 10)).isEqualTo(-1);
    assertThatThrownBy(() -> IntParser.parse("1_0", 10)).isInstanceOf(GoException.class);
    assertThatThrownBy(() -> IntParser.parseUnsigned("+1", 10)).isInstanceOf(GoException.class);
  }

  @Property
  void anIntegerReadsBack(@ForAll long value) throws GoException {
    assertThat(IntParser.parse(Long.toString(value), 0)).isEqualTo(value);
    assertThat(IntParser.parseUnsigned(Long.toUnsignedString(value, 36), 36)).isEqualTo(value);
  }

  @Test
  void boolsAreGosTwelveWords() throws GoException {
    assertThat(BoolParser.parse("T")).isTrue();
    assertThat(BoolParser.parse("False")).isFalse();
    assertThatThrownBy(() -> BoolParser.parse("yes"))
        .hasMessage("strconv.ParseBool: parsing \"yes\": invalid syntax");
  }
}
