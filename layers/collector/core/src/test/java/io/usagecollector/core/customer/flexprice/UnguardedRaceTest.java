package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many callers at once, with nothing that keeps them apart, behind a replica that lags. */
class UnguardedRaceTest {
  private static final int CALLERS = 64;
  private static final Duration LAG = Duration.ofMillis(100);
  private static final Pace PACE = new Pace(Duration.ofMillis(400), Duration.ofSeconds(30));

  private final Billing billing = Billing.really(LAG);

  @BeforeEach
  void theReplicaKnowsThePlanAndItsPrice() {
    until(() ->
        billing
            .post("/v1/plans/search", "{\"lookup_key\":\"pro\",\"expand\":\"prices\"}")
            .json()
            .at("/items/0/prices/0")
            .isObject());
  }

  /** The replica lags by the real clock. */
  private static void until(BooleanSupplier seen) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!seen.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  @AfterEach
  void stop() {
    billing.close();
  }

  private record Ensured(String customer, String subscription) {}

  private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
    var together = new CyclicBarrier(callers);
    List<Future<T>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        calls.add(
            threads.submit(() -> {
              together.await();
              return call.call();
            }));
      }
    }
    List<T> answers = new ArrayList<>();
    for (Future<T> call2 : calls) {
      answers.add(call2.get());
    }
    return answers;
  }

  private Ensured ensure() {
    FlexpriceAccounts accounts = billing.accounts(Optional.of(DefaultPlan.of("pro")), PACE);
    var request = Billing.since("anna", "2026-05-01T00:00:00Z");
    Deadline deadline = Deadline.in(Duration.ofMinutes(2), Clock.systemUTC());
    BillingCustomer anna = asked(() -> accounts.customer(request, deadline), deadline);
    BillingSubscription one = asked(() -> accounts.subscription(anna, request, deadline), deadline);
    return new Ensured(anna.id(), one.id());
  }

  /** As callers do: on a busy machine a step may end before the replica shows what it waits for. */
  private static <T> T asked(Supplier<Step<T>> step, Deadline deadline) {
    Step<T> answer = step.get();
    while (answer instanceof Step.Failed<T>(EnsureFault fault)
        && fault.kind().remedy() == EnsureFault.Remedy.WAIT
        && !deadline.isOver()) {
      answer = step.get();
    }
    return Billing.made(answer);
  }

  @Test
  void drafting64CallersEndWithOneCustomerAndOneSubscriptionThatRuns() throws Exception {
    List<Ensured> answers = atOnce(CALLERS, this::ensure);
    assertThat(answers.stream().distinct()).hasSize(1);
    JsonNode customer =
        billing.post("/v1/customers/search", "{\"limit\":1000}").json().path("items");
    assertThat(customer).hasSize(1);
    var anna =
        new BillingCustomer(Billing.request("anna").key(), customer.path(0).path("id").asText());
    until(() -> !billing.subscriptions(anna, Billing::runs).isEmpty());
    assertThat(billing.subscriptions(anna, Billing::runs))
        .extracting(found -> found.path("id").asText())
        .containsExactly(answers.getFirst().subscription());
  }

  /**
   * The reason for drafts: to look first is not enough. Both look, both find nothing, both
   * subscribe, and one event is billed twice.
   */
  @Test
  void withoutDraftsTwoWhoLookAtOnceBothSubscribe() throws Exception {
    billing.client.ensureCustomer("ben");
    var looked = new CyclicBarrier(2);
    atOnce(
        2,
        () -> {
          assertThat(look("ben")).isEmpty();
          looked.await();
          return billing.client.subscribe("ben", billing.planId, "usd");
        });
    until(() -> look("ben").size() == 2);
    billing
        .post(
            "/v1/events",
            """
            {"event_name":"call","external_customer_id":"ben","event_id":"1",
             "timestamp":"2026-05-01T00:00:00Z","properties":{"amount":10}}\
            """)
        .expect(202, "send");
    assertThat(look("ben").stream().map(this::billed)).containsExactly("10", "10");
  }

  private List<String> look(String customer) {
    try {
      return billing.client.subscriptions(customer);
    } catch (RuntimeException behind) {
      return List.of(); // The replica does not have the customer yet.
    }
  }

  private String billed(String subscription) {
    return billing
        .post(
            "/v1/subscriptions/usage",
            """
            {"subscription_id":"%s","start_time":"%s","end_time":"2100-01-01T00:00:00Z"}\
            """
                .formatted(subscription, FlexpriceClient.BEGINNING))
        .expect(200, "usage")
        .path("charges")
        .path(0)
        .path("quantity")
        .asText();
  }
}
