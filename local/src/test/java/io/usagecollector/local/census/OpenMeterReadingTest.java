package io.usagecollector.local.census;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.BillableQuantity;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMeterReadingTest {
  private static BillableEvent read(String source, String time, String data) {
    String json =
        """
        {"specversion":"1.0","type":"call","id":"1","source":"%s","subject":"ada","time":"%s",
        "data":%s}\
        """
            .formatted(source, time, data);
    return new OpenMeterReading()
        .read(new UsageEvent("1", time, "ada", "call", json.getBytes(UTF_8)));
  }

  private static Optional<BillableQuantity> quantity(String json) throws Exception {
    return OpenMeterReading.quantity(new ObjectMapper().readTree(json));
  }

  @Test
  void anEventIsKnownByItsSourceAndIdWhateverItsTime() {
    BillableEvent event = read("here", "2026-01-01T00:00:00Z", "{}");
    assertThat(event.key()).isEqualTo(read("here", "2026-01-02T00:00:00Z", "{}").key());
    assertThat(event.key()).isNotEqualTo(read("there", "2026-01-01T00:00:00Z", "{}").key());
  }

  @Test
  void onlyWhatAMetersPathCanNameIsMeasured() {
    BillableEvent event =
        read("here", "2026-01-01T00:00:00Z", "{\"a_1\":1,\"b c\":2,\"d.e\":3,\"f\":{\"g\":4}}");
    assertThat(event.quantities()).containsOnlyKeys("a_1");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7, 7",
    "-5, -5, -5",
    "'\"+5\"', 5, 5",
    "'\"1e3\"', 1000, 1000",
    "9007199254740993, 9007199254740993, 9007199254740992",
    "'\"9007199254740993\"', 9007199254740993, 9007199254740992"
  })
  void aNumberIsReadAsAFloat(String json, String produced, String kept) throws Exception {
    BillableQuantity quantity = quantity(json).orElseThrow();
    assertThat(quantity.produced()).isEqualByComparingTo(new BigDecimal(produced));
    assertThat(quantity.kept()).isEqualByComparingTo(new BigDecimal(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\" 5\"", "\"1,000\"", "\"\"", "\"NaN\"", "true", "null", "\"1e400\"", "[1]"})
  void whatIsNoNumberCountsForNothing(String json) throws Exception {
    assertThat(quantity(json)).isEmpty();
  }
}
