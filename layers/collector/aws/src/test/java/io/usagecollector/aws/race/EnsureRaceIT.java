package io.usagecollector.aws.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import io.usagecollector.core.customer.guard.Sweep;
import io.usagecollector.core.customer.guard.Sweep.Swept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sixty-four callers in four processes ensure a hundred customers at a service that is slow, loses
 * answers and fails. Two of the processes are killed, and one stands still for longer than its
 * leases run, until all others are done.
 */
class EnsureRaceIT {
  private static final int PROCESSES = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void everyCustomerIsMadeOnceWithOneSubscription(Service service) throws Exception {
    List<RacingProcess> all = new ArrayList<>();
    try (var tables = new TableEndpoint();
        var billing = Billing.of(service)) {
      for (int i = 0; i < PROCESSES; i++) {
        all.add(start("process-" + i, tables, service, billing));
      }
      atRequest(60, billing);
      all.getFirst().kill();
      all.add(start("process-0-again", tables, service, billing));
      atRequest(120, billing);
      RacingProcess still = all.get(1);
      still.standStill();
      atRequest(180, billing);
      all.get(2).kill();
      all.add(start("process-2-again", tables, service, billing));

      List<RacingProcess> others = all.stream().filter(one -> !one.equals(still)).toList();
      await().atMost(LONGEST).until(() -> others.stream().allMatch(RacingProcess::hasEnded));
      still.goOn();
      await().atMost(LONGEST).until(still::hasEnded);

      for (RacingProcess alive : List.of(still, all.get(3), all.get(4), all.get(5))) {
        assertThat(alive.process().exitValue()).as(alive.told()).isZero();
      }
      for (CustomerKey key : Racer.keys()) {
        assertThat(answers(key.value(), all)).as("answers for one customer").hasSize(1);
      }
      assertThat(billing.activeSubscriptions()).hasSize(Racer.CUSTOMERS).containsOnly(1);
      nobodyIsLeftAfterASweep(service, tables, billing);
    } finally {
      all.forEach(RacingProcess::close);
    }
  }

  /** Who was finished by one who could not say so is found by the sweep, at the latest. */
  private static void nobodyIsLeftAfterASweep(
      Service service, TableEndpoint tables, Billing billing) {
    try (DynamoDbClient client = tables.client()) {
      var table = new StateTable(() -> client, TableEndpoint.TABLE);
      EnsureItems items = Racer.items(billing.name(), table);
      var sweep = new Sweep(items, Racer.process(service, billing.url(), billing.key(), table));
      InstantSource clock = InstantSource.system();
      await()
          .atMost(LONGEST)
          .ignoreExceptionsInstanceOf(ItemsAwayException.class)
          .until(() ->
              sweep
                  .run(clock.instant(), Deadline.in(LONGEST, clock))
                  .equals(new Swept(0, 0, true)));
    }
    assertThat(billing.activeSubscriptions()).hasSize(Racer.CUSTOMERS).containsOnly(1);
  }

  private RacingProcess start(String name, TableEndpoint tables, Service service, Billing billing)
      throws IOException {
    return RacingProcess.start(
        directory, name, tables.url(), service, billing.url(), billing.key());
  }

  private static void atRequest(long number, Billing billing) {
    await().atMost(LONGEST).until(() -> billing.requests() >= number);
  }

  private static Set<String> answers(String key, List<RacingProcess> all) throws IOException {
    var answers = new HashSet<String>();
    for (RacingProcess one : all) {
      answers.addAll(one.saidOf(key));
    }
    return answers;
  }
}
