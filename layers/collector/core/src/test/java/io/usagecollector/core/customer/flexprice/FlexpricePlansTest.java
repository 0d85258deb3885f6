package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlexpricePlansTest {
  private static final String SEARCH = "/v1/plans/search";

  private final TestTime time = new TestTime();
  private final Billing billing = Billing.at(time);

  @AfterEach
  void stop() {
    billing.close();
  }

  private FlexpriceAccounts accounts(DefaultPlan plan) {
    return billing.accounts(Optional.of(plan), Billing.PACE);
  }

  private Step<BillingSubscription> subscribe(FlexpriceAccounts accounts, String customer) {
    BillingCustomer known = billing.customer(customer);
    return accounts.subscription(known, Billing.request(customer), billing.soon());
  }

  private static EnsureFault fault(Step<BillingSubscription> step) {
    return ((Step.Failed<BillingSubscription>) step).fault();
  }

  private JsonNode active(String customer) {
    return billing.subscriptions(billing.customer(customer), Billing::runs).getFirst();
  }

  private void price(String plan, String currency, String period, int count, String more) {
    billing
        .post(
            "/v1/prices",
            """
            {"entity_type":"PLAN","entity_id":"%s","type":"USAGE","billing_model":"FLAT_FEE",
             "billing_period":"%s","billing_period_count":%d,"invoice_cadence":"ARREAR",
             "price_unit_type":"FIAT","amount":"0.01","currency":"%s","meter_id":"%s"%s}\
            """
                .formatted(plan, period, count, currency, billing.meter.id(), more))
        .expect(201, "price");
    time.pass(Duration.ofSeconds(2));
  }

  @Test
  void aPlanIsFoundByItsIdToo() {
    assertThat(Billing.made(subscribe(accounts(DefaultPlan.of(billing.planId)), "a")).planKey())
        .isEqualTo("pro");
  }

  @Test
  void aLookupKeyThatLooksLikeAnIdIsALookupKey() {
    String id = billing.plan("plan_gold");
    subscribe(accounts(DefaultPlan.of("plan_gold")), "a");
    assertThat(active("a").path("plan_id").asText()).isEqualTo(id);
  }

  @Test
  void currencyAndPeriodAreThoseOfTheFirstPriceInForce() {
    String plan = billing.client.createPlan("eu", "eu");
    price(plan, "USD", "MONTHLY", 1, ",\"end_date\":\"2026-01-01T00:00:00Z\"");
    price(plan, "EUR", "ONETIME", 1, "");
    price(plan, "EUR", "QUARTERLY", 2, "");
    price(plan, "USD", "ANNUAL", 1, "");
    subscribe(accounts(DefaultPlan.of("eu")), "a");
    assertThat(active("a").path("currency").asText()).isEqualTo("eur");
    assertThat(active("a").path("billing_period").asText()).isEqualTo("QUARTERLY");
    assertThat(active("a").path("billing_period_count").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsSetCountsBeforeThePrices() {
    String plan = billing.client.createPlan("eu", "eu");
    price(plan, "EUR", "MONTHLY", 1, "");
    price(plan, "USD", "ANNUAL", 1, "");
    subscribe(accounts(new DefaultPlan("eu", Optional.of("USD"), Optional.of("ANNUAL"))), "a");
    assertThat(active("a").path("currency").asText()).isEqualTo("usd");
    assertThat(active("a").path("billing_period").asText()).isEqualTo("ANNUAL");
  }

  @Test
  void aPlanThatIsNotThereIsNotFound() {
    EnsureFault none =
        new EnsureFault(
            Kind.PLAN_NOT_FOUND,
            "find the plan: no published plan has ENSURE_PLAN as its lookup key or its id");
    assertThat(fault(subscribe(accounts(DefaultPlan.of("nobody")), "a"))).isEqualTo(none);
    assertThat(fault(subscribe(accounts(DefaultPlan.of("plan_nobody")), "a")))
        .isEqualTo(
            new EnsureFault(Kind.PLAN_NOT_FOUND, "find the plan: 404, there is no such plan"));
    String archived = billing.plan("old");
    billing.send("DELETE", "/v1/plans/" + archived, "").expect(200, "archive");
    billing.passLag();
    assertThat(fault(subscribe(accounts(DefaultPlan.of("old")), "a"))).isEqualTo(none);
    assertThat(fault(subscribe(accounts(DefaultPlan.of(archived)), "a"))).isEqualTo(none);
  }

  @Test
  void aPlanThatCannotBillIsASetupFault() {
    billing.client.createPlan("free", "free");
    billing.passLag();
    assertThat(fault(subscribe(accounts(DefaultPlan.of("free")), "a")))
        .isEqualTo(new EnsureFault(Kind.BILLING_SETUP, "find the plan: it has no price in force"));
    assertThat(
            fault(
                subscribe(
                    accounts(new DefaultPlan("pro", Optional.of("eur"), Optional.empty())), "a")))
        .isEqualTo(
            new EnsureFault(
                Kind.BILLING_SETUP,
                "draft the subscription: 400, the plan has no price of this currency"));
    assertThat(
            fault(
                subscribe(
                    accounts(new DefaultPlan("pro", Optional.empty(), Optional.of("ANNUAL"))),
                    "a")))
        .isEqualTo(
            new EnsureFault(
                Kind.BILLING_SETUP,
                "draft the subscription: 400, the plan has no price of this billing period"));
  }

  @Test
  void aPlanIsRememberedForFiveMinutes() {
    FlexpriceAccounts accounts = accounts(DefaultPlan.of("pro"));
    subscribe(accounts, "a");
    subscribe(accounts, "b");
    assertThat(billing.requests("POST", SEARCH)).isEqualTo(1);
    time.pass(Duration.ofMinutes(5));
    subscribe(accounts, "c");
    assertThat(billing.requests("POST", SEARCH)).isEqualTo(2);
  }

  @Test
  void aRememberedPlanServesOnWhileItCannotBeAskedFor() {
    FlexpriceAccounts accounts = accounts(DefaultPlan.of("pro"));
    subscribe(accounts, "a");
    time.pass(Duration.ofHours(1));
    billing
        .standIn
        .faults()
        .during(
            () -> true,
            Fault.answers(CannedAnswer.unavailable()),
            line -> line.path().equals(SEARCH));
    assertThat(subscribe(accounts, "b")).isInstanceOf(Step.Done.class);
    assertThat(fault(subscribe(accounts(DefaultPlan.of("pro")), "c")).kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  /** Its key was given to another plan since. */
  @Test
  void aRememberedPlanThatIsRefusedIsAskedForOnceMore() {
    FlexpriceAccounts accounts = accounts(DefaultPlan.of("gold"));
    String old = billing.plan("gold");
    assertThat(accounts.reachable(Duration.ofSeconds(5))).isEmpty();
    billing.send("DELETE", "/v1/plans/" + old, "").expect(200, "archive");
    String now = billing.plan("gold");
    Billing.made(subscribe(accounts, "a"));
    assertThat(active("a").path("plan_id").asText()).isEqualTo(now);
  }

  @Test
  void itIsReachableIfThePlanIsThere() {
    assertThat(accounts(DefaultPlan.of("pro")).reachable(Duration.ofSeconds(5))).isEmpty();
    assertThat(accounts(DefaultPlan.of("nobody")).reachable(Duration.ofSeconds(5)))
        .map(EnsureFault::kind)
        .contains(Kind.PLAN_NOT_FOUND);
    FlexpriceAccounts customersOnly = billing.accounts(Optional.empty(), Billing.PACE);
    assertThat(customersOnly.reachable(Duration.ofSeconds(5))).isEmpty();
    billing.standIn.keys().revoke(billing.standIn.apiKey());
    time.pass(Duration.ofMinutes(3));
    assertThat(customersOnly.reachable(Duration.ofSeconds(5)))
        .map(EnsureFault::kind)
        .contains(Kind.CREDENTIALS_REFUSED);
  }
}
