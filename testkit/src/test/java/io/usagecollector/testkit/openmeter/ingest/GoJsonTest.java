package io.usagecollector.testkit.openmeter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoJsonTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "0.0, 0",
    "9007199254740993, 9007199254740992",
    "0.1, 0.1",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "-1.5e300, -1.5e+300",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "0.00000012, 1.2e-7",
    "123456789012345678901234567890, 1.2345678901234568e+29"
  })
  void numbersAreFloatsInTheirShortestForm(String read, String written)
      throws JsonProcessingException {
    assertThat(GoJson.write(tree(read))).isEqualTo(written);
  }

  @Test
  void keysAreSortedAndHtmlIsEscaped() throws JsonProcessingException {
    assertThat(GoJson.write(tree("{\"b\":[true,null,\"<&>\\n\"],\"a\":{}}")))
        .isEqualTo("{\"a\":{},\"b\":[true,null,\"\\u003c\\u0026\\u003e\\n\"]}");
  }

  @Test
  void anEscapeCostsSevenBytesOnceMoreQuoted() throws JsonProcessingException {
    assertThat(GoJson.quotedBytes(GoJson.write(tree("\"<\"")))).isEqualTo(2 + 4 + 7);
    assertThat(GoJson.quotedBytes("ö")).isEqualTo(2 + 2);
  }

  @Test
  void aNumberThatNoFloatHoldsIsNotWritten() throws JsonProcessingException {
    JsonNode large = tree("1e400");
    assertThatThrownBy(() -> GoJson.write(large)).isInstanceOf(GoJson.Unrepresentable.class);
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return Json.MAPPER.readTree(json);
  }
}
