package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static io.usagecollector.core.customer.openmeter.World.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.fault.OpenMeterErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows of the failure table whose outcome nobody knows: an answer that is lost, broken or no word
 * of the service's, before anything was made and after.
 */
class LostAnswersTest {
  private static final EnsureRequest REQUEST = EnsureRequest.of(KEY);

  /** The deadline's clock stands still: an answer is waited for, and then there is time again. */
  private static final Deadline TWO_SECONDS =
      new Deadline(() -> Instant.EPOCH, Instant.EPOCH.plusSeconds(2));

  static Stream<Arguments> nothingWasMade() {
    return Stream.of(
            Fault.answers(OpenMeterErrors.internalError()),
            Fault.answers(OpenMeterErrors.canceled()),
            Fault.answers(OpenMeterErrors.unavailable()),
            Fault.answers(CannedAnswer.badGateway()),
            Fault.answers(CannedAnswer.maintenance()),
            Fault.resets())
        .flatMap(LostAnswersTest::inBothDialects);
  }

  static Stream<Arguments> itWasMade() {
    return Stream.of(
            Fault.answers(OpenMeterErrors.internalError()).afterStored(),
            Fault.answers(OpenMeterErrors.canceled()).afterStored(),
            Fault.answers(CannedAnswer.gatewayTimeout()).afterStored(),
            Fault.answers(CannedAnswer.maintenance()).afterStored(),
            Fault.resets().afterStored(),
            Fault.cutsBody(10),
            Fault.compresses())
        .flatMap(LostAnswersTest::inBothDialects);
  }

  private static Stream<Arguments> inBothDialects(Fault fault) {
    return Stream.of(OpenMeterDialect.values()).map(dialect -> Arguments.of(dialect, fault));
  }

  private static Step<BillingCustomer> customer(World world) {
    return world.forget().accounts().customer(REQUEST, soon());
  }

  private static Step<BillingSubscription> subscription(World world, BillingCustomer customer) {
    return world.forget().accounts().subscription(customer, REQUEST, soon());
  }

  @ParameterizedTest
  @MethodSource("nothingWasMade")
  void aCustomerIsLookedForAndAskedForOnceMore(OpenMeterDialect dialect, Fault fault) {
    try (var world = new World(dialect)) {
      world.server.faults().next(1, fault, line("POST", "customers"));
      assertThat(((Step.Done<?>) customer(world)).created()).isTrue();
      assertThat(world.asked())
          .containsExactly("GET customers", "POST customers", "GET customers", "POST customers");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("itWasMade")
  void aCustomerThatWasMadeIsFound(OpenMeterDialect dialect, Fault fault) {
    try (var world = new World(dialect)) {
      world.server.faults().next(1, fault, line("POST", "customers"));
      assertThat(((Step.Done<?>) customer(world)).created()).isTrue();
      assertThat(world.asked()).containsExactly("GET customers", "POST customers", "GET customers");
      world.holds(1, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("nothingWasMade")
  void aSubscriptionIsLookedForAndAskedForOnceMore(OpenMeterDialect dialect, Fault fault) {
    try (var world = new World(dialect)) {
      world.publish();
      BillingCustomer customer = world.customer();
      world.server.faults().next(1, fault, line("POST", "subscriptions"));
      assertThat(((Step.Done<?>) subscription(world, customer)).created()).isTrue();
      assertThat(world.asked())
          .containsExactly(
              "GET subscriptions",
              "GET plans",
              "POST subscriptions",
              "GET subscriptions",
              "POST subscriptions");
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("itWasMade")
  void aSubscriptionThatWasMadeIsFound(OpenMeterDialect dialect, Fault fault) {
    try (var world = new World(dialect)) {
      world.publish();
      BillingCustomer customer = world.customer();
      world.server.faults().next(1, fault, line("POST", "subscriptions"));
      assertThat(((Step.Done<?>) subscription(world, customer)).created()).isTrue();
      assertThat(world.asked())
          .containsExactly(
              "GET subscriptions", "GET plans", "POST subscriptions", "GET subscriptions");
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatDoesNotComeIsOneThatIsLost(OpenMeterDialect dialect) {
    for (Fault stalls :
        List.of(
            Fault.stalls(Duration.ofMinutes(1)),
            Fault.stalls(Duration.ofMinutes(1)).afterStored())) {
      try (var world = new World(dialect)) {
        world.publish();
        world
            .server
            .faults()
            .next(1, stalls, line("POST", "customers"))
            .next(1, stalls, line("POST", "subscriptions"));
        var customer = (Step.Done<BillingCustomer>) world.accounts().customer(REQUEST, TWO_SECONDS);
        assertThat(world.accounts().subscription(customer.value(), REQUEST, TWO_SECONDS))
            .isInstanceOf(Step.Done.class);
        world.holds(1, 1);
      }
    }
  }

  /** A creation takes three quarters of the time, so that the same call still finds it. */
  @Test
  void afterAnAnswerThatDoesNotComeThereIsTimeToLook() {
    try (var world = new World(OpenMeterDialect.KONNECT_V3)) {
      world.publish();
      BillingCustomer customer = world.customer();
      Fault stalls = Fault.stalls(Duration.ofMinutes(1)).afterStored();
      world.server.faults().next(1, stalls, line("POST", "subscriptions"));
      Deadline deadline = Deadline.in(Duration.ofSeconds(8), InstantSource.system());
      assertThat(world.accounts().subscription(customer, REQUEST, deadline))
          .isInstanceOf(Step.Done.class);
      world.holds(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twiceInARowIsLeftOpenAndSettledByTheNextCall(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      Fault lost = Fault.answers(OpenMeterErrors.internalError());
      world.server.faults().next(2, lost, line("POST", "customers"));
      assertThat(kind(customer(world))).isEqualTo(Kind.UNKNOWN_OUTCOME);
      assertThat(world.asked()).filteredOn("POST customers"::equals).hasSize(2);
      world.holds(0, 0);
      var customer = (Step.Done<BillingCustomer>) customer(world);
      world.server.faults().next(2, lost, line("POST", "subscriptions"));
      assertThat(kind(subscription(world, customer.value()))).isEqualTo(Kind.UNKNOWN_OUTCOME);
      assertThat(world.asked()).filteredOn("POST subscriptions"::equals).hasSize(2);
      assertThat(subscription(world, customer.value())).isInstanceOf(Step.Done.class);
      world.holds(1, 1);
    }
  }
}
