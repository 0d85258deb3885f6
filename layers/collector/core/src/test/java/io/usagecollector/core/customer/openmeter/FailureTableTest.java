package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static io.usagecollector.core.customer.openmeter.World.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import io.usagecollector.testkit.openmeter.fault.OpenMeterErrors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rows of the failure table that the service can produce, a method a row: what comes of the
 * step, what was asked, and that nothing is there twice.
 */
class FailureTableTest {
  private static final EnsureRequest REQUEST = EnsureRequest.of(KEY);
  private static final CannedAnswer BAD_REQUEST =
      new CannedAnswer(400, Map.of(), "application/problem+json", Bodies.problem(400, "no"));

  private static Step<BillingCustomer> customer(World world) {
    return world.forget().accounts().customer(REQUEST, soon());
  }

  private static Step<BillingSubscription> subscription(World world, BillingCustomer customer) {
    return world.forget().accounts().subscription(customer, REQUEST, soon());
  }

  private static void isOnTheDefaultPlan(Step<BillingSubscription> step, boolean created) {
    var done = (Step.Done<BillingSubscription>) step;
    assertThat(done.value().planKey()).isEqualTo(AccountsAt.PLAN);
    assertThat(done.value().status()).isEqualTo("active");
    assertThat(done.created()).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void noFailure(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      var made = (Step.Done<BillingCustomer>) customer(world);
      assertThat(made.created()).isTrue();
      assertThat(world.asked()).containsExactly("GET customers", "POST customers");
      assertThat(customer(world)).isEqualTo(new Step.Done<>(made.value(), false));
      assertThat(world.asked()).containsExactly("GET customers");
      isOnTheDefaultPlan(subscription(world, made.value()), true);
      assertThat(world.asked())
          .containsExactly("GET subscriptions", "GET plans", "POST subscriptions");
      isOnTheDefaultPlan(subscription(world, made.value()), false);
      assertThat(world.asked()).containsExactly("GET subscriptions");
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void badRequestOfACustomer(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.server.faults().next(1, Fault.answers(BAD_REQUEST), line("POST", "customers"));
      assertThat(kind(customer(world))).isEqualTo(Kind.REJECTED);
      assertThat(world.asked()).containsExactly("GET customers", "POST customers");
      world.holds(0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void badRequestOfASubscription(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      BillingCustomer customer = world.customer();
      world.server.faults().next(1, Fault.answers(BAD_REQUEST), line("POST", "subscriptions"));
      assertThat(kind(subscription(world, customer))).isEqualTo(Kind.REJECTED);
      assertThat(world.asked())
          .containsExactly("GET subscriptions", "GET plans", "POST subscriptions", "GET plans");
      world.holds(1, 0);
    }
  }

  /** One dialect refuses the version that was known, the other takes its own all the same. */
  @ParameterizedTest
  @EnumSource
  void planVersionNotActiveAnyMore(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      OpenMeterAccounts accounts = world.accounts();
      var first = new BillingCustomer(KEY, world.people.createCustomer("acme:u0"));
      assertThat(accounts.subscription(first, REQUEST, soon())).isInstanceOf(Step.Done.class);
      PlanHandle next = world.publish();
      BillingCustomer customer = world.customer();
      world.forget();
      isOnTheDefaultPlan(accounts.subscription(customer, REQUEST, soon()), true);
      switch (dialect) {
        case KONNECT_V3 ->
            assertThat(world.asked())
                .containsExactly(
                    "GET subscriptions", "POST subscriptions", "GET plans", "POST subscriptions");
        case OPENMETER_V1 ->
            assertThat(world.asked()).containsExactly("GET subscriptions", "POST subscriptions");
      }
      assertThat(world.people.subscriptions(customer.id()))
          .singleElement()
          .satisfies(made -> assertThat(made.planVersion()).isEqualTo(next.version()));
      world.holds(2, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void draftOfANewVersion(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      PlanHandle active = world.publish();
      world.people.draftPlan(AccountsAt.PLAN);
      BillingCustomer customer = world.customer();
      isOnTheDefaultPlan(subscription(world, customer), true);
      assertThat(world.people.subscriptions(customer.id()))
          .singleElement()
          .satisfies(made -> assertThat(made.planVersion()).isEqualTo(active.version()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPlanOrNoneActive(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      BillingCustomer customer = world.customer();
      assertThat(kind(subscription(world, customer))).isEqualTo(Kind.PLAN_NOT_FOUND);
      assertThat(world.asked()).containsExactly("GET subscriptions", "GET plans");
      world.people.draftPlan(AccountsAt.PLAN);
      assertThat(kind(subscription(world, customer))).isEqualTo(Kind.PLAN_NOT_FOUND);
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tokenNotTakenOrNotAllowed(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      for (CannedAnswer refusal :
          new CannedAnswer[] {OpenMeterErrors.unauthenticated(), OpenMeterErrors.forbidden()}) {
        world.server.faults().next(1, Fault.answers(refusal), line("POST", "customers"));
        assertThat(kind(customer(world))).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(world.asked()).containsExactly("GET customers", "POST customers");
      }
      world.holds(0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource(value = OpenMeterDialect.class, names = "KONNECT_V3")
  void tokensOfKonnectThatMayNotProvision(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      BillingCustomer customer = world.customer();
      for (String token : new String[] {"spat_unknown", World.INGEST_TOKEN}) {
        OpenMeterAccounts accounts = world.forget().accountsWith(token);
        assertThat(kind(accounts.customer(REQUEST, soon()))).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(kind(accounts.subscription(customer, REQUEST, soon())))
            .isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(accounts.reachable(Duration.ofSeconds(20)).map(EnsureFault::kind))
            .contains(Kind.CREDENTIALS_REFUSED);
        assertThat(world.asked())
            .containsExactly("GET customers", "GET subscriptions", "GET customers");
      }
      assertThat(world.accounts().reachable(Duration.ofSeconds(20))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerMadeByAnotherMeanwhile(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      BillingCustomer there = world.customer();
      world.server.faults().next(1, Fault.answers(world.emptyList()), line("GET", "customers"));
      assertThat(customer(world)).isEqualTo(new Step.Done<>(there, false));
      assertThat(world.asked()).containsExactly("GET customers", "POST customers", "GET customers");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyThatIsASubjectOfAnotherCustomer(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.subjectOfAnother();
      assertThat(kind(customer(world))).isEqualTo(Kind.SUBJECT_CONFLICT);
      assertThat(world.asked())
          .containsExactly("GET customers", "POST customers", "GET customers", "GET customers");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void subscriptionMadeByAnotherMeanwhile(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      PlanHandle plan = world.publish();
      BillingCustomer customer = world.customer();
      world.people.subscribe(customer.id(), plan);
      world.server.faults().next(1, Fault.answers(world.emptyList()), line("GET", "subscriptions"));
      isOnTheDefaultPlan(subscription(world, customer), false);
      assertThat(world.asked())
          .containsExactly(
              "GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void subscriptionOnAnotherPlanOrCanceled(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      PlanHandle gold = world.people.publishPlan(world.people.draftPlan("gold").id());
      BillingCustomer customer = world.customer();
      world.people.subscribe(customer.id(), gold);
      var done = (Step.Done<BillingSubscription>) subscription(world, customer);
      assertThat(done.value().planKey()).isEqualTo("gold");
      assertThat(world.asked()).containsExactly("GET subscriptions");
      world.cancelAtItsEnd(done.value().id());
      done = (Step.Done<BillingSubscription>) subscription(world, customer);
      assertThat(done.value().status()).isEqualTo("canceled");
      assertThat(done.created()).isFalse();
      assertThat(world.asked()).containsExactly("GET subscriptions");
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void billingSetupInvalid(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publishPriced();
      BillingCustomer customer = world.customer();
      world.server.books().canBill(false);
      assertThat(kind(subscription(world, customer))).isEqualTo(Kind.BILLING_SETUP);
      assertThat(world.asked())
          .containsExactly(
              "GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerDeletedMeanwhile(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      BillingCustomer deleted = world.customer();
      world.people.deleteCustomer(deleted.id());
      assertThat(subscription(world, deleted)).isEqualTo(new Step.CustomerGone<>());
      switch (dialect) {
        case KONNECT_V3 ->
            assertThat(world.asked())
                .containsExactly(
                    "GET subscriptions", "GET plans", "POST subscriptions", "GET customers");
        case OPENMETER_V1 -> assertThat(world.asked()).containsExactly("GET subscriptions");
      }
      var anew = (Step.Done<BillingCustomer>) customer(world);
      assertThat(anew.value().id()).isNotEqualTo(deleted.id());
      isOnTheDefaultPlan(subscription(world, anew.value()), true);
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void customerGone(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      BillingCustomer customer = world.customer();
      world
          .server
          .faults()
          .next(1, Fault.answers(OpenMeterErrors.gone()), line("POST", "subscriptions"))
          .next(1, Fault.answers(world.emptyList()), line("GET", "customers"));
      assertThat(subscription(world, customer)).isEqualTo(new Step.CustomerGone<>());
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequests(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      Fault throttles = Fault.answers(OpenMeterErrors.throttledFor(Duration.ofSeconds(7)));
      world.server.faults().next(1, throttles, line("POST", "customers"));
      Step<?> step = customer(world);
      assertThat(kind(step)).isEqualTo(Kind.THROTTLED);
      assertThat(((Step.Failed<?>) step).fault().retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(world.asked()).containsExactly("GET customers", "POST customers");
      BillingCustomer customer = world.customer();
      world.server.faults().next(1, throttles, line("POST", "subscriptions"));
      step = subscription(world, customer);
      assertThat(kind(step)).isEqualTo(Kind.THROTTLED);
      assertThat(((Step.Failed<?>) step).fault().retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(world.asked())
          .containsExactly("GET subscriptions", "GET plans", "POST subscriptions");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyListens(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      BillingCustomer customer = world.customer();
      OpenMeterAccounts accounts = world.accounts();
      world.server.close();
      assertThat(kind(accounts.customer(REQUEST, soon()))).isEqualTo(Kind.UNREACHABLE);
      assertThat(kind(accounts.subscription(customer, REQUEST, soon())))
          .isEqualTo(Kind.UNREACHABLE);
      assertThat(accounts.reachable(Duration.ofSeconds(20)).map(EnsureFault::kind))
          .contains(Kind.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfAnEdge(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world
          .server
          .faults()
          .next(1, Fault.answers(CannedAnswer.proxyForbidden()), line("POST", "customers"));
      assertThat(kind(customer(world))).isEqualTo(Kind.UNREACHABLE);
      assertThat(world.asked()).containsExactly("GET customers", "POST customers");
      world
          .server
          .faults()
          .next(1, Fault.answers(CannedAnswer.page(404, "Not Found")), line("GET", "customers"));
      assertThat(kind(customer(world))).isEqualTo(Kind.MISCONFIGURED);
      assertThat(world.asked()).containsExactly("GET customers");
      world.holds(0, 0);
    }
  }
}
