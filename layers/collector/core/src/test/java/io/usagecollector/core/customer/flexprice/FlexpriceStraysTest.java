package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import java.time.Duration;
import java.util.List;
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

  private Step<Integer> sweep() {
    return billing.accounts().strays().end(anna, billing.soon());
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
    assertThat(sweep()).isEqualTo(new Step.Done<>(1, false));
    assertThat(drafts()).containsExactlyInAnyOrder(young, persons);
    assertThat(billing.subscriptions(anna, Billing::runs))
        .extracting(found -> found.path("id").asText())
        .containsExactly(running);
    assertThat(sweep()).isEqualTo(new Step.Done<>(0, false));
  }

  @Test
  void theDraftsOfACustomerWithoutOneThatRunsStay() {
    String left = billing.draft(anna, START);
    time.pass(Duration.ofDays(7));
    assertThat(sweep()).isEqualTo(new Step.Done<>(0, false));
    assertThat(drafts()).containsExactly(left);
  }
}
