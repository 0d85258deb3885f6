package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is made for a customer that has no subscription, and what conflicts come to. */
class SubscriptionCreationTest {
  private static final String FROM = "2026-01-01T10:00:00Z";
  private static final BillingSubscription MADE =
      new BillingSubscription("01S", AccountsAt.PLAN, "active", Optional.empty());

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private Step<BillingSubscription> ensure(OpenMeterDialect dialect) {
    return AccountsAt.of(server.url(), dialect)
        .subscription(CUSTOMER, EnsureRequest.of(KEY), soon());
  }

  /** What was asked, each by the last part of its path. */
  private List<String> asked() {
    return server.lines().stream()
        .map(line -> line.replaceAll("\\?.*", "").replaceAll("^(\\w+) .*/", "$1 "))
        .toList();
  }

  private static String made(Bodies bodies) {
    return bodies.subscription("01S", "01C", AccountsAt.PLAN, "active", FROM);
  }

  private static String plan(Bodies bodies) {
    return bodies.list(bodies.plan("01P", AccountsAt.PLAN, 3, "active"));
  }

  private Bodies unsubscribed(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server.answers(200, bodies.list()).answers(200, plan(bodies));
    return bodies;
  }

  @ParameterizedTest
  @EnumSource
  void itIsMadeOfTheLatestActiveVersionStatedExpressly(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(
            200,
            bodies.list(
                bodies.plan("01A", AccountsAt.PLAN, 2, "active"),
                bodies.plan("01P", AccountsAt.PLAN, 3, "active"),
                bodies.plan("01B", AccountsAt.PLAN, 4, "draft"),
                bodies.plan("01C", AccountsAt.PLAN, 5, "scheduled"),
                bodies.plan("01D", AccountsAt.PLAN, 6, "archived"),
                bodies.deletedPlan("01E", AccountsAt.PLAN, 7),
                bodies.plan("01F", "default_ppu_2", 8, "active")))
        .answers(201, made(bodies));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(MADE, true));
    assertThat(server.lines().subList(1, 3))
        .isEqualTo(
            switch (dialect) {
              case KONNECT_V3 ->
                  List.of(
                      "GET /api/v3/openmeter/plans?filter[key][eq]=default_ppu"
                          + "&filter[status][eq]=active&page[number]=1&page[size]=100",
                      "POST /api/v3/openmeter/subscriptions");
              case OPENMETER_V1 ->
                  List.of(
                      "GET /api/v1/plans?key=default_ppu&status=active&page=1&pageSize=100",
                      "POST /api/v1/subscriptions");
            });
    assertThat(server.asked().getLast().body())
        .isEqualTo(
            switch (dialect) {
              case KONNECT_V3 ->
                  "{\"customer\":{\"id\":\"01C\"},"
                      + "\"plan\":{\"id\":\"01P\",\"key\":\"default_ppu\",\"version\":3}}";
              case OPENMETER_V1 ->
                  "{\"customerId\":\"01C\",\"plan\":{\"key\":\"default_ppu\",\"version\":3},"
                      + "\"timing\":\"immediate\"}";
            });
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnActiveVersionNothingIsMade(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(200, bodies.list(bodies.plan("01P", AccountsAt.PLAN, 1, "draft")));
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.PLAN_NOT_FOUND);
    assertThat(asked()).containsExactly("GET subscriptions", "GET plans");
  }

  @ParameterizedTest
  @EnumSource
  void whoLosesTheRaceAdoptsTheWinners(OpenMeterDialect dialect) {
    for (String code :
        List.of(
            "only_single_subscription_allowed_per_customer_at_a_time",
            "only_single_subscription_item_allowed_at_a_time")) {
      var bodies = unsubscribed(dialect);
      server.answers(409, Bodies.singleSubscription(code)).answers(200, bodies.list(made(bodies)));
      assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(MADE, false));
      assertThat(asked())
          .endsWith("GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConflictOverTheBillingSetupIsForPeople(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server
        .answers(409, Bodies.problem(409, "invalid billing setup: no app"))
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.BILLING_SETUP);
    assertThat(asked())
        .containsExactly(
            "GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
  }

  @ParameterizedTest
  @EnumSource
  void aConflictInWordsNobodyKnowsIsNoneWhereOneRuns(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server.answers(409, "<html>Conflict</html>").answers(200, bodies.list(made(bodies)));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(MADE, false));
  }

  @ParameterizedTest
  @EnumSource
  void afterAnAnswerThatLeavesItOpenWhatRunsIsWhatWasMade(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server.answers(500, "").answers(200, bodies.list(made(bodies)));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(MADE, true));
    assertThat(asked())
        .containsExactly(
            "GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
  }

  @ParameterizedTest
  @EnumSource
  void itIsAskedForTwiceAtMost(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server
        .answers(408, Bodies.problem(408, "canceled"))
        .answers(200, bodies.list())
        .answers(201, "{}")
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(asked())
        .containsExactly(
            "GET subscriptions",
            "GET plans",
            "POST subscriptions",
            "GET subscriptions",
            "POST subscriptions",
            "GET subscriptions");
  }

  @ParameterizedTest
  @EnumSource
  void aVersionThatIsNotActiveAnyMoreIsLookedUpOnceMore(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server
        .answers(400, Bodies.problem(400, "plan default_ppu@3 is not active"))
        .answers(200, bodies.list(bodies.plan("01Q", AccountsAt.PLAN, 4, "active")))
        .answers(201, bodies.subscription("01S", "01C", AccountsAt.PLAN, 4, "active", FROM));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(MADE, true));
    assertThat(asked())
        .containsExactly(
            "GET subscriptions",
            "GET plans",
            "POST subscriptions",
            "GET plans",
            "POST subscriptions");
    assertThat(server.asked().getLast().body()).contains("\"version\":4");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedWithAnActiveVersionIsNotSentAgain(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server.answers(400, Bodies.problem(400, "currency mismatch")).answers(200, plan(bodies));
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.REJECTED);
    assertThat(asked())
        .containsExactly("GET subscriptions", "GET plans", "POST subscriptions", "GET plans");
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedCustomerIsToldFromADeletedPlanByTheCustomers(OpenMeterDialect dialect) {
    for (int status : new int[] {404, 410, 412}) {
      var bodies = unsubscribed(dialect);
      server
          .answers(status, Bodies.problem(status, "not found"))
          .answers(200, bodies.list(bodies.deletedCustomer("01C", "acme:u1")));
      assertThat(ensure(dialect)).isEqualTo(new Step.CustomerGone<>());
      assertThat(asked())
          .endsWith("GET subscriptions", "GET plans", "POST subscriptions", "GET customers");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCustomerMadeAnewIsAnotherOne(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server
        .answers(412, Bodies.problem(412, "deleted"))
        .answers(200, bodies.list(bodies.customer("01NEW", "acme:u1")));
    assertThat(ensure(dialect)).isEqualTo(new Step.CustomerGone<>());
  }

  @ParameterizedTest
  @EnumSource
  void whereTheCustomerIsThereItIsThePlanThatIsNot(OpenMeterDialect dialect) {
    var bodies = unsubscribed(dialect);
    server
        .answers(404, Bodies.problem(404, "plan not found"))
        .answers(200, bodies.list(bodies.customer("01C", "acme:u1")))
        .answers(200, bodies.list())
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.PLAN_NOT_FOUND);
    assertThat(asked()).filteredOn("POST subscriptions"::equals).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherVersionThanTheStatedOneIsLookedUpAnewNextTime(OpenMeterDialect dialect) {
    var accounts = AccountsAt.of(server.url(), dialect);
    for (int i = 0; i < 2; i++) {
      var bodies = unsubscribed(dialect);
      server.answers(201, bodies.subscription("01S", "01C", AccountsAt.PLAN, 4, "active", FROM));
      assertThat(accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon()))
          .isEqualTo(new Step.Done<>(MADE, true));
    }
    assertThat(asked()).filteredOn("GET plans"::equals).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMadeWithoutLeave(OpenMeterDialect dialect) {
    unsubscribed(dialect);
    var accounts =
        AccountsAt.of(
            server.url(), dialect, _ -> Optional.empty(), InstantSource.system(), "kpat_1");
    assertThat(kind(accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.BUSY);
    assertThat(asked()).containsExactly("GET subscriptions", "GET plans");
  }

  @ParameterizedTest
  @EnumSource
  void leaveIsGivenBackWhateverTheAnswer(OpenMeterDialect dialect) {
    var held = new AtomicInteger();
    CreatePermits counting = deadline -> Optional.of(counted(held, deadline));
    var bodies = unsubscribed(dialect);
    server.answers(500, "").answers(200, bodies.list()).answers(201, made(bodies));
    var accounts = AccountsAt.of(server.url(), dialect, counting, InstantSource.system(), "kpat_1");
    assertThat(accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon()))
        .isEqualTo(new Step.Done<>(MADE, true));
    assertThat(held).hasValue(0);
  }

  private static CreatePermits.Permit counted(AtomicInteger held, Deadline deadline) {
    assertThat(held.incrementAndGet()).isEqualTo(1);
    return new CreatePermits.Permit() {
      @Override
      public Deadline deadline() {
        return deadline;
      }

      @Override
      public void close() {
        held.decrementAndGet();
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void onceTheLeaveHasRunOutNothingIsSent(OpenMeterDialect dialect) {
    unsubscribed(dialect);
    var over = new Deadline(InstantSource.system(), Instant.EPOCH);
    var accounts =
        AccountsAt.of(
            server.url(),
            dialect,
            _ -> Optional.of(AccountsAt.permit(over)),
            InstantSource.system(),
            "kpat_1");
    assertThat(kind(accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.BUSY);
    assertThat(asked()).containsExactly("GET subscriptions", "GET plans");
  }
}
