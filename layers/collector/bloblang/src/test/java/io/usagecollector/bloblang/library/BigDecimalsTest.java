package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;

class BigDecimalsTest {
  private static String parsed(String bytes, int scale) {
    return Run.mapping("root = \"" + bytes + "\".parse_big_decimal(" + scale + ")", "{}");
  }

  @Test
  void theBytesAreTwosComplement() {
    assertThat(parsed("\\x30\\x39", 2)).isEqualTo("123.45");
    assertThat(parsed("\\xff", 2)).isEqualTo("-0.01");
    assertThat(parsed("\\x00\\xff", 0)).isEqualTo("255");
    assertThat(parsed("", 2)).isEqualTo("0.00");
  }

  @Test
  void aLongNumberIsWrittenInFull() {
    assertThat(parsed("\\x01" + "\\x00".repeat(16), 30))
        .isEqualTo("340282366.920938463463374607431768211456");
  }

  @Test
  void placesAreNotNegativeNorBeyondReason() {
    assertThat(parsed("a", -1)).isEqualTo("compile: parse_big_decimal: scale must be >= 0, got -1");
    assertThat(parsed("a", 2_000_000_000)).contains("scale must be at most 10000");
    assertThat(Run.mapping("root = 5.parse_big_decimal(1).catch(e -> e)", "{}"))
        .isEqualTo("expected bytes value, got number (5)");
  }
}
