package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.clock.MovableClock;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.client.MeterHandle;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@StandInOnly("looks into the stand-in, and moves its clock")
class BooksTest {
  private final MovableClock clock = new MovableClock();
  private final Setup setup =
      new Setup(new OpenMeterOptions().clock(clock).storingDelay(Duration.ofSeconds(3)));

  @AfterEach
  void stop() {
    setup.close();
  }

  @Test
  void anEventIsStoredAfterTheDelay() {
    setup.sent(Setup.event("a", "s", "{}"));
    clock.advance(Duration.ofMillis(2999));
    assertThat(setup.standIn.books().events()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(setup.standIn.books().events()).extracting(StoredEvent::id).containsExactly("a");
  }

  @Test
  void ofEventsAlikeTheLastOfOneFlushAndTheFirstOfAllFlushesCounts() {
    setup.client.createMeter(MeterHandle.Draft.sum("sum", "t", "n"));
    setup.sent(Setup.event("a", "s", "{\"n\":1}"), Setup.event("a", "s", "{\"n\":2}"));
    clock.advance(Duration.ofSeconds(3));
    assertThat(setup.standIn.books().totals("sum")).isEqualTo(Map.of("s", 2.0));
    setup.sent(Setup.event("a", "s", "{\"n\":4}"));
    clock.advance(Duration.ofSeconds(3));
    assertThat(setup.standIn.books().totals("sum")).isEqualTo(Map.of("s", 2.0));
  }

  @Test
  void aServerThatDoesNotLookForDuplicatesStoresThem() {
    try (Setup careless = new Setup(new OpenMeterOptions().withoutDedupe())) {
      careless.sent(Setup.event("a", "s", "{}"), Setup.event("a", "s", "{}"));
      careless.sent(Setup.event("a", "s", "{}"));
      assertThat(careless.standIn.books().events()).hasSize(3);
    }
  }

  @Test
  void aTimeBeyond32BitsIsWrongSilently() {
    setup.sent(
        Setup.event("in", "s", "2106-02-07T06:28:15Z", "{}"),
        Setup.event("out", "s", "2106-02-07T06:28:16Z", "{}"));
    clock.advance(Duration.ofSeconds(3));
    assertThat(setup.standIn.books().events())
        .extracting(StoredEvent::time)
        .containsExactly(Instant.parse("2106-02-07T06:28:15Z"), Instant.EPOCH);
  }

  @Test
  void aCanceledSubscriptionEndsWithItsMonthAndMakesRoom() {
    String customer = setup.client.createCustomer("c");
    PlanHandle plan = setup.plan("plan");
    String id = setup.client.subscribe(customer, plan).id();
    clock.advance(Duration.ofDays(3));
    setup.send(
        "POST",
        "/api/v3/openmeter/subscriptions/" + id + "/cancel",
        "{\"timing\":\"next_billing_cycle\"}",
        Map.of());
    clock.advance(Duration.ofDays(27));
    assertThat(setup.standIn.books().running().get("c"))
        .extracting(Subscription::id)
        .containsExactly(id);
    clock.advance(Duration.ofDays(1));
    assertThat(setup.standIn.books().running().get("c")).isEmpty();
    assertThat(setup.client.subscribe(customer, plan).status()).isEqualTo("active");
    assertThat(setup.client.subscriptions(customer)).hasSize(2);
  }

  @Test
  void aPlanThatCostsIsAConflictOfAnotherKindWhereNothingIsSetUpToBill() {
    String body =
        """
        {"name":"p","key":"paid","currency":"USD","billing_cadence":"P1M","phases":[{"name":"d",
         "key":"d","rate_cards":[{"name":"fee","key":"fee","billing_cadence":"P1M",
         "price":{"type":"flat","amount":"10"}}]}]}\
        """;
    String plan =
        setup.send("POST", "/api/v3/openmeter/plans", body, Map.of()).json().path("id").asText();
    setup.client.publishPlan(plan);
    String customer = setup.client.createCustomer("c");
    setup.standIn.books().canBill(false);
    HttpAnswer refused = subscribe(customer, plan);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText())
        .startsWith("conflict error: invalid billing setup: ");
    assertThat(refused.json().has("extensions")).isFalse();
    setup.standIn.books().canBill(true);
    assertThat(subscribe(customer, plan).status()).isEqualTo(201);
  }

  private HttpAnswer subscribe(String customer, String plan) {
    return setup.send(
        "POST",
        "/api/v3/openmeter/subscriptions",
        "{\"customer\":{\"id\":\"%s\"},\"plan\":{\"id\":\"%s\"}}".formatted(customer, plan),
        Map.of());
  }
}
