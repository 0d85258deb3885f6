package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.trigger.MappingSettings;
import io.usagecollector.local.trigger.TriggerFaults;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end-to-end run notices what it is there to notice: each break turns a balance into none. */
class BrokenBuildIT extends EndToEnd {
  private static final TriggerFaults REPEATING = TriggerFaults.USUAL.withDuplicate(0.5);
  private static final MappingSettings ON_DEMAND =
      MappingSettings.onDemand(100, Duration.ofMillis(100));

  /** Small batches: many chances to hear of a success twice. */
  private static final MappingSettings SMALL =
      MappingSettings.provisioned(25, Duration.ofMillis(50));

  /** More than the function tries in one invocation, so that some invocations hold. */
  private static final int REFUSALS = 20;

  private List<Path> broken(String name) throws IOException {
    return List.of(BrokenBuild.jar(name, ZIPS, directory.resolve("break")));
  }

  private void refuseForAWhile() {
    flexprice().faults().next(REFUSALS, Fault.answers(CannedAnswer.unavailable()));
  }

  @Test
  void repeatsAreBilledOnce() {
    start(given -> {
      given.faults = REPEATING;
      given.mapping = SMALL;
    });
    produceCalls(300);
    assertBalances(drain());
  }

  @Test
  void whatAPollerThatGoesBackRepeatsIsBilledOnce() {
    start(given -> {
      given.faults = TriggerFaults.USUAL.withGoesBack(1);
      given.mapping = SMALL;
    });
    produceCalls(300);
    refuseForAWhile();
    assertBalances(drain());
  }

  @Test
  void randomIdsTurnItRed() throws IOException {
    List<Path> jars = broken("random-ids");
    start(given -> {
      given.faults = REPEATING;
      given.mapping = SMALL;
      given.firstJars = jars;
    });
    produceCalls(300);
    assertThat(drain().problems()).isNotEmpty().allMatch(p -> p.contains("billed"));
  }

  @Test
  void neighboursOfABadEventAreBilled() {
    start();
    produceCalls(50);
    produceValues("not json");
    BillingStatement statement = drain();
    assertBalances(statement);
    assertThat(statement.deadLetters()).hasSize(1);
  }

  @Test
  void lostNeighboursTurnItRed() throws IOException {
    List<Path> jars = broken("lost-neighbours");
    start(given -> given.firstJars = jars);
    produceCalls(50);
    produceValues("not json");
    assertThat(drain().problems()).isNotEmpty().allMatch(p -> p.contains("billed"));
  }

  @Test
  void whatIsHeldComesAgainWithoutAListOfFailures() {
    start(given -> {
      given.mapping = ON_DEMAND;
      given.partialResponses = false;
    });
    produceCalls(200);
    refuseForAWhile();
    assertBalances(drain());
  }

  @Test
  void offsetsCommittedBeforeTheOutcomeTurnItRed() {
    TriggerFaults broken = TriggerFaults.USUAL.withCommitBeforeOutcome();
    start(given -> {
      given.mapping = ON_DEMAND;
      given.partialResponses = false;
      given.faults = broken;
    });
    produceCalls(200);
    refuseForAWhile();
    assertThat(settled().problems()).isNotEmpty().allMatch(p -> p.contains("billed"));
  }

  @Test
  void aPartialResponseThatTheMappingIgnoresTurnsItRed() {
    start(given -> given.mapping = ON_DEMAND);
    produceCalls(200);
    refuseForAWhile();
    assertThat(settled().problems()).isNotEmpty().allMatch(p -> p.contains("billed"));
  }

  /** The broken mapping is done before the function is: waits until the refusals are used up. */
  private BillingStatement settled() {
    switchOn();
    await().atMost(DEADLINE).until(() -> flexprice().requests().ingestCount() >= REFUSALS / 2);
    return awaitDrained();
  }
}
