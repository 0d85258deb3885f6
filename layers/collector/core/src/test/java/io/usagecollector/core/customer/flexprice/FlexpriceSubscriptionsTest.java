package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexpriceSubscriptionsTest {
  private static final String FIRST = "2026-05-03T04:05:06.789Z";

  private final TestTime time = new TestTime();
  private final Billing billing = Billing.at(time);
  private final BillingCustomer anna = billing.customer("anna");
  private final EnsureRequest request = Billing.since("anna", FIRST);

  @AfterEach
  void stop() {
    billing.close();
  }

  private Step<BillingSubscription> ensure(EnsureRequest asked) {
    return billing.accounts().subscription(anna, asked, billing.soon());
  }

  private List<JsonNode> running() {
    return billing.subscriptions(anna, Billing::runs);
  }

  private List<JsonNode> all() {
    return billing.subscriptions(anna, found -> true);
  }

  @Test
  void aCustomerWithoutOneIsSubscribedFromTheSecondOfTheFirstEvent() {
    Step<BillingSubscription> made = ensure(request);
    assertThat(running()).hasSize(1);
    JsonNode active = running().getFirst();
    assertThat(active.path("subscription_status").asText()).isEqualTo("active");
    assertThat(active.path("start_date").asText()).isEqualTo("2026-05-03T04:05:06Z");
    assertThat(active.path("currency").asText()).isEqualTo("usd");
    assertThat(active.path("billing_period").asText()).isEqualTo("MONTHLY");
    assertThat(active.path("lookup_key").asText())
        .isEqualTo("usage-collector:anna:" + billing.planId);
    assertThat(made)
        .isEqualTo(
            new Step.Done<>(
                new BillingSubscription(
                    active.path("id").asText(), "pro", "active", Optional.empty()),
                true));
  }

  @Test
  void oneThatRunsIsTakenAndNothingIsMade() {
    BillingSubscription made = Billing.made(ensure(request));
    billing.passLag();
    assertThat(ensure(request)).isEqualTo(new Step.Done<>(made, false));
    assertThat(all()).hasSize(1);
  }

  @Test
  void withoutAFirstEventItStartsNowAndNeverLater() {
    Billing.made(ensure(Billing.request("anna")));
    Instant start = Instant.parse(running().getFirst().path("start_date").asText());
    assertThat(start)
        .isBeforeOrEqualTo(time.instant())
        .isAfterOrEqualTo(TestTime.NOW.minusSeconds(1));
    assertThat(start).isEqualTo(Instant.ofEpochSecond(start.getEpochSecond()));
  }

  @Test
  void anEventOfTheFutureStartsItNow() {
    Billing.made(ensure(Billing.since("anna", "2030-01-01T00:00:00Z")));
    assertThat(Instant.parse(running().getFirst().path("start_date").asText()))
        .isBefore(time.instant());
  }

  /** A second one beside it would bill the same events, now or once it goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"active", "trialing", "paused", "incomplete"})
  void anyThatRunsIsTakenWhateverItsPlan(String status) {
    String other = billing.plan("enterprise");
    String id = billing.subscribe(anna, other, "2026-01-01T00:00:00Z", status);
    billing.draft(anna, "2025-01-01T00:00:00Z");
    assertThat(ensure(request))
        .isEqualTo(
            new Step.Done<>(
                new BillingSubscription(id, "enterprise", status, Optional.empty()), false));
    assertThat(running()).hasSize(1);
  }

  @Test
  void ofSeveralThatRunOneThatBillsIsTakenBeforeAPausedOne() {
    billing.subscribe(anna, billing.planId, "2026-01-01T00:00:00Z", "paused");
    String active = billing.subscribe(anna, billing.planId, "2026-01-01T00:00:00Z", "active");
    assertThat(Billing.made(ensure(request)).id()).isEqualTo(active);
  }

  @Test
  void aDraftThatAnAttemptLeftIsTakenUpFromTheSoonerStart() {
    String left = billing.draft(anna, "2026-04-01T00:00:00Z");
    assertThat(Billing.made(ensure(request)).id()).isEqualTo(left);
    assertThat(all()).hasSize(1);
    assertThat(running().getFirst().path("start_date").asText()).isEqualTo("2026-04-01T00:00:00Z");
  }

  @Test
  void aDraftMadeForALaterEventStartsWithTheFirstOne() {
    billing.draft(anna, "2026-05-31T00:00:00Z");
    Billing.made(ensure(request));
    assertThat(running().getFirst().path("start_date").asText()).isEqualTo("2026-05-03T04:05:06Z");
  }

  @Test
  void ofSeveralDraftsTheOldestIsTakenUpAndTheOthersBillNothing() {
    String oldest = billing.draft(anna, "2026-05-01T00:00:00Z");
    billing.draft(anna, "2026-04-01T00:00:00Z");
    assertThat(Billing.made(ensure(request)).id()).isEqualTo(oldest);
    assertThat(running()).hasSize(1);
    assertThat(all()).hasSize(2);
  }

  @Test
  void aPersonsDraftIsLeftAlone() {
    String theirs =
        billing
            .post(
                "/v1/subscriptions",
                """
                {"customer_id":"%s","plan_id":"%s","currency":"usd","billing_period":"MONTHLY",
                 "subscription_status":"draft","lookup_key":"deal-7"}\
                """
                    .formatted(anna.id(), billing.planId))
            .json()
            .path("id")
            .asText();
    assertThat(Billing.made(ensure(request)).id()).isNotEqualTo(theirs);
  }

  /** What was billed until the end must not be billed again. */
  @Test
  void afterOneEndedTheNextStartsThereAndNoDraftOfBeforeIsTakenUp() {
    String stale = billing.draft(anna, "2026-01-01T00:00:00Z");
    String old = billing.subscribe(anna, billing.planId, "2026-01-01T00:00:00Z", "active");
    billing
        .post("/v1/subscriptions/" + old + "/cancel", "{\"cancellation_type\":\"immediate\"}")
        .expect(200, "cancel");
    Instant ended = time.instant();
    billing.passLag();
    time.pass(Duration.ofDays(1));
    BillingSubscription made = Billing.made(ensure(request));
    assertThat(made.id()).isNotIn(stale, old);
    Instant start = Instant.parse(running().getFirst().path("start_date").asText());
    assertThat(start).isAfterOrEqualTo(ended).isBefore(ended.plusSeconds(1));
    assertThat(made.unbilledBefore()).contains(start);
  }

  @Test
  void aPriceThatStartsLaterThanTheFirstEventIsTold() {
    BillingCustomer ben = billing.customer("ben");
    String late = billing.client.createPlan("late", "late");
    billing
        .post(
            "/v1/prices",
            """
            {"entity_type":"PLAN","entity_id":"%s","type":"USAGE","billing_model":"FLAT_FEE",
             "billing_period":"MONTHLY","billing_period_count":1,"invoice_cadence":"ARREAR",
             "price_unit_type":"FIAT","amount":"0.01","currency":"USD","meter_id":"%s",
             "start_date":"2026-05-20T00:00:00Z"}\
            """
                .formatted(late, billing.meter.id()))
        .expect(201, "price");
    billing.passLag();
    FlexpriceAccounts accounts =
        billing.accounts(Optional.of(DefaultPlan.of("late")), Billing.PACE);
    EnsureRequest bens = Billing.since("ben", FIRST);
    Optional<Instant> told = Optional.of(Instant.parse("2026-05-20T00:00:00Z"));
    assertThat(Billing.made(accounts.subscription(ben, bens, billing.soon())).unbilledBefore())
        .isEqualTo(told);
    billing.passLag();
    assertThat(Billing.made(accounts.subscription(ben, bens, billing.soon())).unbilledBefore())
        .isEqualTo(told);
    EnsureRequest later = Billing.since("ben", "2026-05-20T00:00:00Z");
    assertThat(Billing.made(accounts.subscription(ben, later, billing.soon())).unbilledBefore())
        .isEmpty();
  }

  @Test
  void aCustomerArchivedMeanwhileIsGone() {
    billing.send("DELETE", "/v1/customers/" + anna.id(), "");
    billing.passLag();
    assertThat(ensure(request)).isEqualTo(new Step.CustomerGone<>());
  }

  @Test
  void withoutTimeToWaitOutTheLagNothingIsBegun() {
    Deadline short1 = Deadline.in(Billing.PACE.lag(), time);
    assertThat(billing.accounts().subscription(anna, request, short1))
        .isEqualTo(
            new Step.Failed<>(
                new EnsureFault(
                    Kind.UNREACHABLE, "subscribe the customer: not tried, no time was left")));
    assertThat(all()).isEmpty();
  }

  @Test
  void whoIsInterruptedWhileWaitingLeavesADraftThatTheNextOneTakesUp() {
    FlexpriceAccounts interrupted =
        billing.accountsWaiting(pause -> {
          throw new InterruptedException();
        });
    Step<BillingSubscription> step = interrupted.subscription(anna, request, billing.soon());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(((Step.Failed<BillingSubscription>) step).fault().kind())
        .isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(running()).isEmpty();
    assertThat(Billing.made(ensure(request)).id()).isEqualTo(all().getFirst().path("id").asText());
    assertThat(all()).hasSize(1);
  }

  @Test
  void aLagLongerThanWasWaitedForShowsAndIsWaitedOut() {
    var hasty = new Pace(Duration.ofMillis(300), Duration.ofSeconds(5));
    FlexpriceAccounts accounts = billing.accounts(Optional.of(DefaultPlan.of("pro")), hasty);
    assertThat(Billing.made(accounts.subscription(anna, request, billing.soon())).status())
        .isEqualTo("active");
    assertThat(all()).hasSize(1);
  }

  @Test
  void aLagThatDoesNotEndLeavesADraftAndSaysSo() {
    var hasty = new Pace(Duration.ofMillis(10), Duration.ofSeconds(5));
    FlexpriceAccounts accounts = billing.accounts(Optional.of(DefaultPlan.of("pro")), hasty);
    assertThat(accounts.subscription(anna, request, billing.soon()))
        .isEqualTo(
            new Step.Failed<>(
                new EnsureFault(
                    Kind.UNKNOWN_OUTCOME, "subscribe the customer: its draft cannot be read yet")));
    assertThat(all()).hasSize(1);
    assertThat(running()).isEmpty();
    Billing.made(ensure(request));
    assertThat(all()).hasSize(1);
    assertThat(running()).hasSize(1);
  }

  @Test
  void theIngestKeyMayNotSubscribeAndTheFaultSaysWhichKeyMay() {
    Step<BillingSubscription> step =
        billing.ingestors().subscription(anna, request, billing.soon());
    EnsureFault fault = ((Step.Failed<BillingSubscription>) step).fault();
    assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
    assertThat(fault.detail())
        .isEqualTo(
            "draft the subscription: 403, the provisioning key may not do this: it must be a"
                + " user's with the role all_writer, or a service account's with super_admin;"
                + " event_ingestor sends events and creates nothing");
  }

  @Test
  void withoutAPlanNobodyIsSubscribed() {
    Step<BillingSubscription> step =
        billing
            .accounts(Optional.empty(), Billing.PACE)
            .subscription(anna, request, billing.soon());
    assertThat(((Step.Failed<BillingSubscription>) step).fault().kind())
        .isEqualTo(Kind.PLAN_NOT_FOUND);
  }

  /** As a service that ignores a filter it does not know answers everybody's. */
  @Test
  void anothersSubscriptionIsNotTakenWhateverTheSearchSays() {
    billing
        .standIn
        .faults()
        .next(
            1,
            Fault.answers(
                new CannedAnswer(
                    200,
                    Map.of(),
                    "application/json",
                    "{\"items\":[{\"id\":\"subs_other\",\"customer_id\":\"cust_other\","
                        + "\"subscription_status\":\"active\","
                        + "\"start_date\":\"2026-01-01T00:00:00Z\"}]}")),
            line -> line.path().equals("/v1/subscriptions/search"));
    assertThat(Billing.made(ensure(request)).id()).isNotEqualTo("subs_other");
    assertThat(running()).hasSize(1);
  }

  @Test
  void oneWhoseActivationGaveNoAnswerCountsAsMadeAndOneThatOthersActivatedDoesNot() {
    billing
        .standIn
        .faults()
        .next(1, Fault.resets().afterStored(), line -> line.path().endsWith("/activate"));
    Step<BillingSubscription> made = ensure(request);
    assertThat(made).isEqualTo(new Step.Done<>(Billing.made(made), true));
    billing.passLag();
    assertThat(ensure(request)).isEqualTo(new Step.Done<>(Billing.made(made), false));
    assertThat(running()).hasSize(1);
  }

  /** The replica showed a draft that somebody has activated since. */
  @Test
  void aDraftThatOthersWereQuickerWithIsTakenOnceItIsSeenToRun() {
    String left = billing.draft(anna, "2026-05-01T00:00:00Z");
    FlexpriceAccounts quicker = billing.accounts();
    FlexpriceAccounts slower =
        billing.accountsWaiting(pause -> {
          Billing.made(quicker.subscription(anna, request, billing.soon()));
          time.pass(pause);
        });
    assertThat(slower.subscription(anna, request, billing.soon()))
        .isEqualTo(
            new Step.Done<>(
                new BillingSubscription(left, "pro", "active", Optional.empty()), false));
    assertThat(all()).hasSize(1);
  }
}
