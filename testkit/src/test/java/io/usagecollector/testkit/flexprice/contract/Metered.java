package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import io.usagecollector.testkit.flexprice.client.MeterUsage;
import java.math.BigDecimal;
import java.util.List;

/**
 * An event name with a SUM meter (over {@code amount}), a COUNT meter, and a plan that bills both.
 */
public record Metered(
    ServerUnderTest server, String eventName, MeterHandle sum, MeterHandle count, String plan) {
  /** A time in the past that every line item of a test covers. */
  static final String NOON = "2026-03-01T12:00:00Z";

  public String customer() {
    return server.customerOf(plan);
  }

  /** An event with an id, {@link #NOON} and an amount (a JSON value). */
  public String event(String customer, String id, String amount) {
    return event(customer, id, NOON, amount);
  }

  public String event(String customer, String id, String timestamp, String amount) {
    return """
    {"event_name":"%s","external_customer_id":"%s","event_id":"%s","timestamp":"%s",\
    "properties":{"amount":%s}}\
    """
        .formatted(eventName, customer, id, timestamp, amount);
  }

  /** Sends one event by the single endpoint, which must accept it. */
  public void send(String event) {
    HttpAnswer answer = server.post("/v1/events", event);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  public HttpAnswer bulk(List<String> events) {
    return server.post("/v1/events/bulk", "{\"events\":[" + String.join(",", events) + "]}");
  }

  public MeterUsage summed(String customer) {
    return usage(customer, sum);
  }

  public MeterUsage counted(String customer) {
    return usage(customer, count);
  }

  MeterUsage usage(String customer, MeterHandle meter) {
    return server.client().usage(customer, meter, FlexpriceClient.BEGINNING, ServerUnderTest.END);
  }

  /** Waits until the SUM meter shows exactly this for the customer. */
  void awaitSum(String customer, String total) {
    server.eventually(
        () -> assertThat(summed(customer).total()).isEqualByComparingTo(new BigDecimal(total)));
  }

  void awaitCount(String customer, long events) {
    server.eventually(() ->
        assertThat(counted(customer).total()).isEqualByComparingTo(BigDecimal.valueOf(events)));
  }

  /**
   * Sends one more event of a customer and waits for it: events of one customer are processed in
   * order, so whatever was accepted before it has been counted by then.
   */
  void awaitEverythingBefore(String customer) {
    String marker = server.unique("marker");
    long before = counted(customer).events();
    send(event(customer, marker, "0"));
    server.eventually(() -> assertThat(counted(customer).events()).isGreaterThan(before));
  }
}
