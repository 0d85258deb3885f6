package io.usagecollector.testkit.flexprice.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoUtf8Test {
  @Property
  void validTextIsHandedBackAsItIs(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(GoUtf8.repair(bytes)).isSameAs(bytes);
  }

  @Property
  void whateverComesOutIsValid(@ForAll byte[] bytes) {
    byte[] repaired = GoUtf8.repair(bytes);
    assertThat(GoUtf8.repair(repaired)).isSameAs(repaired);
  }

  @ParameterizedTest
  @CsvSource({
    "41FF42, A\uFFFDB",
    "E282, \uFFFD\uFFFD",
    "C080, \uFFFD\uFFFD",
    "EDA080, \uFFFD\uFFFD\uFFFD",
    "F0908080, \uD800\uDC00",
    "F4908080, \uFFFD\uFFFD\uFFFD\uFFFD",
    "E08080, \uFFFD\uFFFD\uFFFD",
    "E282AC, \u20AC",
    "C3A9FF, \u00E9\uFFFD"
  })
  void eachByteThatStartsNoSequenceIsReplaced(String hex, String expected) {
    byte[] repaired = GoUtf8.repair(HexFormat.of().parseHex(hex));
    assertThat(new String(repaired, StandardCharsets.UTF_8)).isEqualTo(expected);
  }
}
