package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertInvalidPayload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's timestamp grammar (sheet 1.1) and what it bills at (trap 10). */
@ContractTest
class TimestampContractTest {
  private final ServerUnderTest server;
  private final Metered metered;
  private final String customer;

  TimestampContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
    this.customer = metered.customer();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2026-03-01 12:00:00Z",
        "2026-03-01t12:00:00Z",
        "2026-03-01T12:00:00z",
        "2026-03-01T12:00:00+0530",
        "2026-03-01T12:00:00+05",
        "2026-03-01T12:00:60Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01T24:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-03-00T12:00:00Z",
        "2026-03-32T12:00:00Z",
        "10000-01-01T00:00:00Z",
        "026-03-01T12:00:00Z",
        " 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00Z ",
        "2026-03-01T12:00:00.Z",
        "2026-03-01T12:00:00+25:00",
        "2026-03-01T12:0:00Z",
        "2026-3-01T12:00:00Z",
        "1772366400"
      })
  void isRefused(String timestamp) {
    assertInvalidPayload(
        server.post("/v1/events", metered.event(customer, server.unique("id"), timestamp, "1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01T12:01:00Z          | 2026-03-01T12:01:00Z",
        "2026-03-01T12:02:00.123Z      | 2026-03-01T12:02:00Z",
        "2026-03-01T12:03:00.999999999Z| 2026-03-01T12:03:00Z",
        "2026-03-01T12:04:00,5Z        | 2026-03-01T12:04:00Z",
        "2026-03-01T9:05:00Z           | 2026-03-01T09:05:00Z",
        "2026-03-01T12:06:00+05:30     | 2026-03-01T06:36:00Z",
        "2026-03-01T12:07:00-07:00     | 2026-03-01T19:07:00Z",
        "2026-03-02T12:08:00+24:00     | 2026-03-01T12:08:00Z",
        "2024-02-29T12:09:00Z          | 2024-02-29T12:09:00Z"
      })
  void isBilledInItsSecondInUtc(String timestamp, Instant second) {
    metered.send(metered.event(customer, server.unique("id"), timestamp, "1"));
    assertBilledAt(second, "1");
  }

  @ParameterizedTest
  @CsvSource({
    "2300-01-01T00:00:00Z, 2027-10-18T11:03:28Z, 11",
    "1969-12-31T00:00:00Z, 2106-02-06T06:28:16Z, 12"
  })
  void outsideOf32BitsWrapsAround(String timestamp, Instant second, String amount) {
    metered.send(metered.event(customer, server.unique("id"), timestamp, amount));
    assertBilledAt(second, amount);
  }

  private void assertBilledAt(Instant second, String amount) {
    server.eventually(() ->
        assertThat(
                server
                    .client()
                    .usage(customer, metered.sum(), second, second.plusSeconds(1))
                    .total())
            .isEqualByComparingTo(amount));
  }
}
