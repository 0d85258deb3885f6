package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the billing service fails on waits apart, is tried again, and comes to one end. */
class RedeliveryIT extends EndToEnd {
  private static final String POISON = "\"call_70\"";
  private static final int CALLS = 200;

  private final AtomicBoolean sick = new AtomicBoolean(true);

  private List<Path> builds(String... names) throws IOException {
    var jars = new ArrayList<Path>();
    for (String name : names) {
      jars.add(BrokenBuild.jar(name, ZIPS, directory.resolve("break-" + name)));
    }
    return jars;
  }

  /** Impatient, so that hours are seconds; else as it is deployed. */
  private void startImpatient(String... breaks) throws IOException {
    var names = new ArrayList<>(List.of(breaks));
    names.add("impatient");
    List<Path> jars = builds(names.toArray(String[]::new));
    start(given -> given.firstJars = jars);
    produceCalls(CALLS);
  }

  private void poison() {
    flexprice()
        .faults()
        .duringWith(POISON, sick::get, Fault.answers(FlexpriceErrors.internalError()));
  }

  private void awaitAcknowledged() {
    await().atMost(DEADLINE).until(() -> system.lag() == 0);
  }

  @Test
  void anEventThatAlwaysFailsWaitsAloneAndIsBilledOnceTheServiceTakesIt() {
    start();
    produceCalls(CALLS);
    poison();
    switchOn();
    awaitAcknowledged();
    BillingStatement waiting = system.statement();
    assertBalances(waiting);
    assertThat(waiting.waiting()).hasSize(1);
    assertThat(waiting.deadLetters()).isEmpty();
    sick.set(false);
    BillingStatement healed = awaitDrained();
    assertBalances(healed);
    assertThat(healed.waiting()).isEmpty();
    assertThat(healed.deadLetters()).isEmpty();
  }

  @Test
  void anEventThatFailsForEverIsADeadLetterInTheEndAndNoNeighbourIs() throws IOException {
    startImpatient();
    poison();
    switchOn();
    awaitAcknowledged();
    passOthersUntil(() -> system.deadLetters().depth() == 1);
    sick.set(false);
    BillingStatement statement = awaitDrained();
    assertBalances(statement);
    assertThat(statement.deadLetters()).hasSize(1);
    assertThat(statement.deadLetters().values())
        .allMatch(reason -> reason.startsWith("NOT_DELIVERED: it was tried 3 times"));
  }

  /** While others pass, what fails is the event: with none, it may be the service. */
  private void passOthersUntil(Callable<Boolean> end) {
    var next = new AtomicInteger(CALLS);
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          produceCalls(next.getAndAdd(5), 5);
          return end.call();
        });
  }

  @Test
  void whatIsDeletedBeforeItIsSentTurnsItRed() throws IOException {
    startImpatient("deleted-before-sent");
    poison();
    assertThat(drain().problems()).isNotEmpty().allMatch(problem -> problem.contains("billed"));
  }

  /** The service is away when the letter is tried again: it is held, and so must stay. */
  @Test
  void whatIsHeldWhileTheServiceIsAwayStaysInTheQueue() throws IOException {
    startImpatient();
    poison();
    assertBalances(afterAnOutageOfRedelivery());
  }

  @Test
  void anAcknowledgerThatForgetsWhatIsHeldTurnsItRed() throws IOException {
    startImpatient("forgetful-acknowledger");
    poison();
    assertThat(afterAnOutageOfRedelivery().problems())
        .isNotEmpty()
        .allMatch(problem -> problem.contains("billed"));
  }

  private BillingStatement afterAnOutageOfRedelivery() {
    var away = new AtomicBoolean();
    flexprice().faults().during(away::get, Fault.answers(FlexpriceErrors.unauthorized()));
    switchOn();
    await().atMost(DEADLINE).until(() -> system.forwarded().deferred() > 0);
    sick.set(false);
    away.set(true);
    awaitAcknowledged();
    await().atMost(DEADLINE).until(() -> system.redelivered().batches() > 0);
    away.set(false);
    return awaitDrained();
  }
}
