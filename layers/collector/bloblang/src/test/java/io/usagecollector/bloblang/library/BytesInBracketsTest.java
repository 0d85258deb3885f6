package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;

/** Bento's brackets on bytes: where a string has characters, bytes have numbers and bytes. */
class BytesInBracketsTest {
  @Test
  void anIndexGivesAByteAsANumber() {
    assertThat(mapped("[this.a.bytes()[0], this.a.bytes()[-1].type()]"))
        .isEqualTo("[104,\"number\"]");
  }

  @Test
  void theNumberIsOfTheNarrowKindThatCannotStandLeftOfPlus() {
    assertThat(mapped("this.a.bytes()[0] + 1"))
        .isEqualTo(
            "error: failed assignment (line 1): cannot add types number (from index) and number"
                + " (from number literal)");
  }

  @Test
  void aSliceCountsBytesAndStaysBytes() {
    assertThat(mapped("[this.a.bytes()[0:2], this.a.bytes()[::-1]]"))
        .isEqualTo("[\"aMM=\",\"eanDaA==\"]");
    assertThat(mapped("[this.a[0:2], this.a[::-1]]")).isEqualTo("[\"hé\",\"yéh\"]");
  }

  @Test
  void anIndexBeyondTheBytesFails() {
    assertThat(mapped("this.a.bytes()[5]"))
        .isEqualTo("error: failed assignment (line 1): index 5 out of bounds for length 4");
  }

  private static String mapped(String query) {
    return Run.mapping("root = " + query, "{\"a\":\"héy\"}");
  }
}
