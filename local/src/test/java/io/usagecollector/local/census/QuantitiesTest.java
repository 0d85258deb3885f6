package io.usagecollector.local.census;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real server was seen to bill of these. */
class QuantitiesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "120, 120, 120",
        "\"120\", 120, 120",
        "\"1e3\", 1000, 1000",
        "\"+7\", 7, 7",
        "\"1.\", 1, 1",
        "\".5\", 0.5, 0.5",
        "-5, 0, 0",
        "\"-5\", 0, 0",
        "0.1, 0.1, 0.1",
        "9007199254740993, 9007199254740993, 9007199254740992",
        "\"9007199254740993\", 9007199254740993, 9007199254740993",
        "\"0.1234567890123456\", 0.1234567890123456, 0.123456789012345"
      })
  void aQuantityIsWhatWasProducedAndWhatTheServiceKeepsOfIt(
      String json, BigDecimal produced, BigDecimal kept) throws Exception {
    assertThat(Quantities.of(JSON.readTree(json)))
        .hasValueSatisfying(quantity -> {
          assertThat(quantity.produced()).isEqualByComparingTo(produced);
          assertThat(quantity.kept()).isEqualByComparingTo(kept);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" 120\"",
        "\"120 \"",
        "\"1,000\"",
        "\"\"",
        "\".\"",
        "\"NaN\"",
        "\"0x10\"",
        "\"1_000\"",
        "\"١٢\"",
        "true",
        "null",
        "{}",
        "[1]"
      })
  void whatTheServiceReadsNoNumberInIsNoQuantity(String json) throws Exception {
    assertThat(Quantities.of(JSON.readTree(json))).isEmpty();
  }

  @Test
  void aHugeExponentCostsNothing() throws Exception {
    assertThat(Quantities.of(JSON.readTree("\"1e999999999\"")).orElseThrow().produced()).isZero();
    assertThat(Quantities.of(JSON.readTree("\"1e-999999999\"")).orElseThrow().kept()).isZero();
  }
}
