package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Sheet 1.5: unknown customers, unknown meters, starts of line items. Trap 4. */
@ContractTest
class LateArrivalContractTest {
  private final ServerUnderTest server;
  private final Metered metered;

  LateArrivalContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void eventsOfAnUnknownCustomerAreBilledOnceItExists() {
    String customer = server.unique("late");
    metered.send(metered.event(customer, "early", "6"));
    assertThat(metered.summed(customer).total()).isZero();
    server.client().ensureCustomer(customer);
    server.client().subscribe(customer, metered.plan(), "usd");
    metered.awaitSum(customer, "6");
  }

  @Test
  void withoutASubscriptionNothingIsUsed() {
    String customer = server.unique("unsubscribed");
    server.client().ensureCustomer(customer);
    metered.send(metered.event(customer, "early", "6"));
    assertThat(metered.summed(customer).total()).isZero();
    assertThat(metered.summed(customer).events()).isZero();
  }

  @Test
  void anEventBeforeItsMeterCountsOnlyWhenSentAgain() {
    String name = server.unique("unmetered");
    String customer = metered.customer();
    String event =
        """
        {"event_name":"%s","external_customer_id":"%s","event_id":"early","timestamp":"%s",\
        "properties":{"amount":4}}\
        """
            .formatted(name, customer, Metered.NOON);
    metered.send(event);
    metered.awaitEverythingBefore(customer);
    MeterHandle meter =
        server.client().createMeter(MeterHandle.Draft.sum(server.unique("m"), name, "amount"));
    server.client().subscribe(customer, server.planFor(meter), "usd");
    metered.send(event.replace("early", "later").replace("\"amount\":4", "\"amount\":1"));
    awaitTotal(customer, meter, "1");
    metered.send(event);
    awaitTotal(customer, meter, "5");
  }

  @Test
  void theWindowHoldsItsStartAndNotItsEnd() {
    String customer = metered.customer();
    metered.send(metered.event(customer, "at", "2026-03-01T12:00:00Z", "1"));
    metered.send(metered.event(customer, "before", "2026-03-01T11:59:59Z", "10"));
    metered.send(metered.event(customer, "end", "2026-03-01T13:00:00Z", "100"));
    metered.awaitSum(customer, "111");
    assertThat(
            server
                .client()
                .usage(
                    customer,
                    metered.sum(),
                    Instant.parse("2026-03-01T12:00:00Z"),
                    Instant.parse("2026-03-01T13:00:00Z"))
                .total())
        .isOne();
  }

  @Test
  void aLineItemStartsNoEarlierThanItsPriceAndAPriceStartsWhenItIsMade() {
    MeterHandle meter =
        server
            .client()
            .createMeter(
                MeterHandle.Draft.sum(server.unique("m"), server.unique("name"), "amount"));
    String plan = server.client().createPlan(server.unique("plan"), server.unique("key"));
    JsonNode price = server.post("/v1/prices", price(plan, meter)).json();
    String customer = server.unique("cust");
    server.client().ensureCustomer(customer);
    JsonNode subscription = server.post("/v1/subscriptions", subscription(customer, plan)).json();

    assertThat(instant(subscription, "start_date")).isEqualTo(FlexpriceClient.BEGINNING);
    Instant start = instant(subscription.path("line_items").path(0), "start_date");
    assertThat(start).isEqualTo(instant(price, "start_date")).isAfter(FlexpriceClient.BEGINNING);

    String name = meter.draft().eventName();
    send(name, customer, "before", start.minusSeconds(3600), "10");
    send(name, customer, "after", start.plusSeconds(3600), "1");
    server.eventually(() ->
        assertThat(subscriptionQuantity(subscription.path("id").asText(), start)).isEqualTo(1));
  }

  @Test
  void twoSubscriptionsOnOneMeterBillAnEventEach() {
    String customer = server.unique("twice");
    server.client().ensureCustomer(customer);
    String first = server.client().subscribe(customer, metered.plan(), "usd");
    String second = server.client().subscribe(customer, metered.plan(), "usd");
    metered.send(metered.event(customer, "once", "10"));
    Instant noon = Instant.parse(Metered.NOON);
    for (String subscription : new String[] {first, second}) {
      server.eventually(
          () -> assertThat(subscriptionQuantity(subscription, noon)).isEqualTo(10 + 1));
    }
  }

  /** The sum of the quantities of a subscription's charges around a time. */
  private double subscriptionQuantity(String subscription, Instant around) {
    JsonNode usage =
        server
            .post(
                "/v1/subscriptions/usage",
                """
                {"subscription_id":"%s","start_time":"%s","end_time":"%s"}\
                """
                    .formatted(
                        subscription,
                        around.minus(30, ChronoUnit.DAYS),
                        around.plus(30, ChronoUnit.DAYS)))
            .json();
    double quantity = 0;
    for (JsonNode charge : usage.path("charges")) {
      quantity += charge.path("quantity").asDouble();
    }
    return quantity;
  }

  private void awaitTotal(String customer, MeterHandle meter, String total) {
    server.eventually(() ->
        assertThat(
                server
                    .client()
                    .usage(customer, meter, FlexpriceClient.BEGINNING, ServerUnderTest.END)
                    .total())
            .isEqualByComparingTo(total));
  }

  private void send(String name, String customer, String id, Instant time, String amount) {
    metered.send(
        metered.event(customer, id, time.toString(), amount).replace(metered.eventName(), name));
  }

  private static String price(String plan, MeterHandle meter) {
    return """
    {"entity_type":"PLAN","entity_id":"%s","type":"USAGE","billing_model":"FLAT_FEE",
     "billing_period":"MONTHLY","billing_period_count":1,"invoice_cadence":"ARREAR",
     "price_unit_type":"FIAT","amount":"0.01","currency":"USD","meter_id":"%s"}\
    """
        .formatted(plan, meter.id());
  }

  private static String subscription(String customer, String plan) {
    return """
    {"external_customer_id":"%s","plan_id":"%s","currency":"usd","billing_period":"MONTHLY",
     "billing_period_count":1,"start_date":"2020-01-01T00:00:00Z"}\
    """
        .formatted(customer, plan);
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText()).truncatedTo(ChronoUnit.MILLIS);
  }
}
