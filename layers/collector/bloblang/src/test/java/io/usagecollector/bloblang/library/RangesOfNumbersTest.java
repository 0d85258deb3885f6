package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;

/** Numbers at the ends of what a float or an int64 holds. */
class RangesOfNumbersTest {
  @Test
  void aSumNamesTheNumberThatNoFloatHolds() {
    assertThat(Run.mapping("root = this.sum().catch(e -> e)", "[1,1e400]"))
        .isEqualTo("index 1: strconv.ParseFloat: parsing \"1e400\": value out of range");
  }

  @Test
  void timesBeyondTheLastYearCountFromTheFarPast() {
    assertThat(
            Run.mapping(
                "root = this.t.ts_sub(\"2025-01-01T00:00:00Z\")", "{\"t\":9223372036854775807}"))
        .isEqualTo("-9223372036854775808");
  }

  @Test
  void theLogarithmToTheBaseTenIsTheNaturalOneScaled() {
    assertThat(Run.mapping("root = [3.0.log10(), 5.0.log10(), 1000.log10()]", "{}"))
        .isEqualTo("[0.4771212547196624,0.6989700043360187,3]");
  }

  @Test
  void theFirstFloatBeyondAnIntegerStaysOneWhenRounded() {
    assertThat(
            Run.mapping(
                "let n = this.number()\nroot = [$n.ceil(), $n.floor(), $n.round()]",
                "9223372036854775807"))
        .isEqualTo("[9223372036854776000,9223372036854776000,9223372036854776000]");
    assertThat(Run.mapping("root = this.number().floor()", "-9223372036854775809"))
        .isEqualTo("-9223372036854775808");
  }

  @Test
  void theFirstFloatBeyondAnIntegerIsNotCast() {
    assertThat(Run.mapping("root = this.number().int64().catch(\"E\")", "9223372036854775807"))
        .isEqualTo("E");
    assertThat(Run.mapping("root = this.number().uint64().catch(\"E\")", "18446744073709551615"))
        .isEqualTo("E");
    assertThat(Run.mapping("root = this.number().int64()", "-9223372036854775808"))
        .isEqualTo("-9223372036854775808");
  }

  @Test
  void aDelimiterThatIsNoTextAsksForAnArrayToo() {
    assertThat(Run.mapping("root = this.a.split(1).catch(e -> e)", "{\"a\":null}"))
        .isEqualTo("expected string, array or bytes value, got null from field `this.a`");
  }
}
