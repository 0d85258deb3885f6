package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.World.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.LocalPermits;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.fault.OpenMeterErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at once, without any guard: the service keeps them apart, and the cap keeps it alive. */
class RaceTest {
  private static final int CALLERS = 64;
  private static final EnsureRequest REQUEST = EnsureRequest.of(KEY);

  private static Deadline minutes() {
    return Deadline.in(Duration.ofMinutes(2), InstantSource.system());
  }

  private static CreatePermits two() {
    return new LocalPermits(2, Thread::sleep, new Random(1));
  }

  private static <T> List<T> atOnce(List<Callable<T>> callers) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(callers)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Made(Step<BillingCustomer> customer, Step<BillingSubscription> subscription) {}

  private static Made ensure(OpenMeterAccounts accounts) {
    Step<BillingCustomer> customer = accounts.customer(REQUEST, minutes());
    return new Made(
        customer,
        accounts.subscription(((Step.Done<BillingCustomer>) customer).value(), REQUEST, minutes()));
  }

  @ParameterizedTest
  @EnumSource
  void sixtyFourCallersMakeOneCustomerWithOneSubscription(OpenMeterDialect dialect) {
    try (var world = new World(dialect, Duration.ofMillis(5))) {
      world.publish();
      CreatePermits permits = two();
      List<OpenMeterAccounts> processes =
          IntStream.range(0, 4).mapToObj(_ -> world.accounts(permits)).toList();
      List<Made> made =
          atOnce(
              IntStream.range(0, CALLERS)
                  .<Callable<Made>>mapToObj(i -> () -> ensure(processes.get(i % 4)))
                  .toList());
      world.holds(1, 1);
      assertThat(made)
          .extracting(one -> ((Step.Done<BillingCustomer>) one.customer()).value())
          .containsOnly(new BillingCustomer(KEY, world.server.books().customers().getFirst().id()));
      assertThat(made)
          .extracting(one -> ((Step.Done<BillingSubscription>) one.subscription()).value())
          .containsOnly(
              new BillingSubscription(
                  world.server.books().running().get(KEY.value()).getFirst().id(),
                  AccountsAt.PLAN,
                  "active",
                  Optional.empty()));
      assertThat(made).filteredOn(one -> created(one.customer())).hasSize(1);
      assertThat(made).filteredOn(one -> created(one.subscription())).hasSize(1);
    }
  }

  private static boolean created(Step<?> step) {
    return step instanceof Step.Done<?>(_, boolean created) && created;
  }

  @ParameterizedTest
  @EnumSource
  void whateverAnswersAreLostNothingIsThereTwice(OpenMeterDialect dialect) {
    try (var world = new World(dialect)) {
      world.publish();
      var faults = world.server.faults();
      for (String what : List.of("customers", "subscriptions")) {
        faults
            .next(5, Fault.resets(), line("POST", what))
            .next(5, Fault.resets().afterStored(), line("POST", what))
            .next(5, Fault.answers(OpenMeterErrors.internalError()), line("POST", what))
            .next(5, Fault.answers(OpenMeterErrors.canceled()).afterStored(), line("POST", what));
      }
      OpenMeterAccounts accounts = world.accounts(two());
      List<BillingSubscription> ended =
          atOnce(
              IntStream.range(0, CALLERS)
                  .<Callable<BillingSubscription>>mapToObj(_ -> () -> stubborn(accounts))
                  .toList());
      world.holds(1, 1);
      assertThat(ended).hasSize(CALLERS).containsOnly(ended.getFirst());
    }
  }

  /** Asks until it is there, as a caller does whose answer was left open. */
  private static BillingSubscription stubborn(OpenMeterAccounts accounts) {
    Deadline deadline = minutes();
    while (!deadline.isOver()) {
      if (accounts.customer(REQUEST, deadline)
              instanceof Step.Done<BillingCustomer>(BillingCustomer customer, _)
          && accounts.subscription(customer, REQUEST, deadline)
              instanceof Step.Done<BillingSubscription>(BillingSubscription subscription, _)) {
        return subscription;
      }
    }
    throw new AssertionError("not there in two minutes");
  }

  /** As many as the server has connections, each for a customer of its own. */
  private static List<Callable<Step<BillingSubscription>>> four(
      World world, CreatePermits permits, Deadline deadline) {
    OpenMeterAccounts accounts = world.accounts(permits);
    List<Callable<Step<BillingSubscription>>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var key = new CustomerKey("acme:" + i);
      var customer = new BillingCustomer(key, world.people.createCustomer(key.value()));
      callers.add(() -> accounts.subscription(customer, EnsureRequest.of(key), deadline));
    }
    return callers;
  }

  @Test
  void withoutTheCapFourCreationsStopTheServerUntilTheyHangUp() throws Exception {
    try (var world = new World(OpenMeterDialect.KONNECT_V3, Duration.ofMillis(500));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      world.publish();
      OpenMeterAccounts onlooker = world.accounts();
      var together = new CyclicBarrier(4);
      // Of this time, which stands still, a creation waits three quarters for its answer.
      var patience = new Deadline(() -> Instant.EPOCH, Instant.EPOCH.plusSeconds(8));
      CreatePermits all = deadline -> permitOnceAllAreThere(together, deadline);
      List<Future<Step<BillingSubscription>>> callers =
          four(world, all, patience).stream().map(threads::submit).toList();
      Deadline bound = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
      boolean stopped = false;
      while (!stopped && !bound.isOver()) {
        stopped = onlooker.reachable(Duration.ofSeconds(2)).isPresent();
      }
      assertThat(stopped).isTrue();
      world.holds(4, 0);
      for (Future<Step<BillingSubscription>> caller : callers) {
        caller.get();
      }
      assertThat(onlooker.reachable(Duration.ofSeconds(20))).isEmpty();
    }
  }

  private static Optional<CreatePermits.Permit> permitOnceAllAreThere(
      CyclicBarrier together, Deadline deadline) {
    try {
      if (!together.isBroken()) {
        together.await(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      // Not the first time: some have got through since.
    }
    return Optional.of(AccountsAt.permit(deadline));
  }

  @ParameterizedTest
  @EnumSource
  void withTheCapAllAreMade(OpenMeterDialect dialect) {
    try (var world = new World(dialect, Duration.ofMillis(200))) {
      world.publish();
      assertThat(atOnce(four(world, two(), minutes())))
          .allSatisfy(step -> assertThat(step).isInstanceOf(Step.Done.class));
      world.holds(4, 4);
    }
  }
}
