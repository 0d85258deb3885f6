package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlexpriceStraysTest {
  private static final String START = "2026-05-01T00:00:00Z";

  private final TestTime time = new TestTime();
  private final Billing billing = Billing.at(time);
  private final BillingCustomer anna = billing.customer("anna");

  @AfterEach
  void stop() {
    billing.close();
  }

  private Step<BillingSubscription> lookAgain() {
    return billing.accounts().subscription(anna, Billing.request("anna"), billing.soon());
  }

  private List<String> drafts() {
    return billing
        .subscriptions(anna, found -> found.path("subscription_status").asText().equals("draft"))
        .stream()
        .map(found -> found.path("id").asText())
        .toList();
  }

  @Test
  void oldDraftsBesideOneThatRunsAreEndedAndNoOthers() {
    billing.draft(anna, START);
    billing.draft(anna, START);
    String running = billing.subscribed(anna, Billing.request("anna")).id();
    String persons =
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
    time.pass(Duration.ofHours(1));
    String young = billing.draft(anna, START);
    billing.passLag();
    BillingSubscription known = new BillingSubscription(running, "pro", "active", Optional.empty());
    assertThat(lookAgain()).isEqualTo(new Step.Done<>(known, false));
    assertThat(drafts()).containsExactlyInAnyOrder(young, persons);
    assertThat(billing.subscriptions(anna, Billing::runs))
        .extracting(found -> found.path("id").asText())
        .containsExactly(running);
  }

  @Test
  void oneThatCannotBeEndedDoesNotStandInTheWay() {
    billing.draft(anna, START);
    billing.draft(anna, START);
    billing.draft(anna, START);
    BillingSubscription running = billing.subscribed(anna, Billing.request("anna"));
    time.pass(Duration.ofHours(1));
    billing
        .standIn
        .faults()
        .next(
            1, Fault.answers(FlexpriceErrors.internalError()), line -> line.method().equals("PUT"));
    assertThat(lookAgain()).isEqualTo(new Step.Done<>(running, false));
    assertThat(drafts()).hasSize(2);
    assertThat(lookAgain()).isEqualTo(new Step.Done<>(running, false));
    assertThat(drafts()).isEmpty();
  }

  /** However many there are, somebody waits for the answer. */
  @Test
  void notManyAreEndedAtOnce() {
    for (int i = 0; i < 8; i++) {
      billing.draft(anna, START);
    }
    billing.subscribed(anna, Billing.request("anna"));
    time.pass(Duration.ofHours(1));
    lookAgain();
    assertThat(drafts()).hasSize(2);
  }
}
