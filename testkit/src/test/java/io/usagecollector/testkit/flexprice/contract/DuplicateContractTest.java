package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sheet 1.4: what counts as the same event. Trap 1. */
@ContractTest
class DuplicateContractTest {
  private final ServerUnderTest server;
  private final Metered metered;
  private final String customer;

  DuplicateContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
    this.customer = metered.customer();
  }

  @Test
  void theSameIdAndTimestampBillOnceHoweverOftenSent() {
    String other = metered.customer();
    for (int i = 0; i < 3; i++) {
      metered.send(metered.event(other, "same", "5"));
    }
    metered.awaitEverythingBefore(other);
    assertThat(metered.summed(other).total()).isEqualByComparingTo("5");
  }

  @Test
  void theSameIdAndTimestampWithANewValueReplaceTheOld() {
    String other = metered.customer();
    metered.send(metered.event(other, "same", "5"));
    metered.awaitSum(other, "5");
    metered.send(metered.event(other, "same", "8"));
    metered.awaitSum(other, "8");
  }

  @Test
  void anotherMillisecondOfTheSameSecondIsTheSameForBilling() {
    String other = metered.customer();
    metered.send(metered.event(other, "same", "2026-03-01T12:00:00.100Z", "5"));
    metered.send(metered.event(other, "same", "2026-03-01T12:00:00.900Z", "5"));
    metered.awaitEverythingBefore(other);
    assertThat(metered.summed(other).total()).isEqualByComparingTo("5");
  }

  @Test
  void theSameIdAtAnotherSecondIsSummedTwiceAndCountedOnce() {
    String other = metered.customer();
    metered.send(metered.event(other, "same", "2026-03-01T12:00:00Z", "5"));
    metered.send(metered.event(other, "same", "2026-03-01T12:00:03Z", "5"));
    metered.awaitSum(other, "10");
    assertThat(metered.counted(other).total()).isOne();
  }

  @Test
  void anotherIdAtTheSameTimestampIsAnotherEvent() {
    String other = metered.customer();
    metered.send(metered.event(other, "one", "5"));
    metered.send(metered.event(other, "two", "5"));
    metered.awaitSum(other, "10");
    metered.awaitCount(other, 2);
  }

  @Test
  void theSameIdOfAnotherCustomerIsAnotherEventForBilling() {
    String first = metered.customer();
    String second = metered.customer();
    metered.send(metered.event(first, "same", "2026-03-01T12:00:10Z", "5"));
    metered.send(metered.event(second, "same", "2026-03-01T12:00:10Z", "6"));
    metered.awaitSum(first, "5");
    metered.awaitSum(second, "6");
  }

  @Test
  void everyCopyIsAnswered202() {
    metered.send(metered.event(customer, "copy", "0"));
    assertThat(server.post("/v1/events", metered.event(customer, "copy", "0")).status())
        .isEqualTo(202);
  }

  @Test
  void anIdempotencyKeyIsIgnored() {
    String other = metered.customer();
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.put("Idempotency-Key", "the-same");
    for (String id : List.of("one", "two")) {
      HttpAnswer answer = server.send("POST", "/v1/events", metered.event(other, id, "5"), headers);
      assertThat(answer.status()).isEqualTo(202);
    }
    metered.awaitSum(other, "10");
  }

  @Test
  void countUniqueCountsAValueOnce() {
    String event = server.unique("unique");
    MeterHandle meter =
        server
            .client()
            .createMeter(
                MeterHandle.Draft.of("COUNT_UNIQUE", server.unique("users"), event, "user"));
    String buyer = server.customerOf(server.planFor(meter));
    for (String user : List.of("anna", "bert", "anna")) {
      metered.send(
          """
          {"event_name":"%s","external_customer_id":"%s","event_id":"%s","timestamp":"%s",\
          "properties":{"user":"%s"}}\
          """
              .formatted(event, buyer, server.unique("id"), Metered.NOON, user));
    }
    server.eventually(() ->
        assertThat(
                server
                    .client()
                    .usage(buyer, meter, FlexpriceClient.BEGINNING, ServerUnderTest.END)
                    .events())
            .isEqualTo(3));
    assertThat(
            server
                .client()
                .usage(buyer, meter, FlexpriceClient.BEGINNING, ServerUnderTest.END)
                .total())
        .isEqualByComparingTo("2");
  }

  @Test
  void theEventsListHidesADuplicateThatTheInvoiceBills() {
    String other = metered.customer();
    metered.send(metered.event(other, "same", "2026-03-01T12:00:00Z", "5"));
    metered.send(metered.event(other, "same", "2026-03-01T12:00:03Z", "5"));
    metered.awaitSum(other, "10");
    server.eventually(() ->
        assertThat(
                server
                    .post(
                        "/v1/events/usage",
                        """
                        {"external_customer_id":"%s","event_name":"%s","property_name":"amount",
                         "aggregation_type":"SUM","start_time":"2026-01-01T00:00:00Z",
                         "end_time":"2027-01-01T00:00:00Z"}\
                        """
                            .formatted(other, metered.eventName()))
                    .json()
                    .path("value")
                    .asInt())
            .isEqualTo(5));
  }
}
