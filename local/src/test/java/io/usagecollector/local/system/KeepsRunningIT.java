package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.trigger.MappingSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A system that has nothing to do for a while does it when there is something again. */
class KeepsRunningIT extends EndToEnd {
  private static final Duration IDLE = Duration.ofMinutes(1);

  /** Small batches, so that both instances are started before the pause. */
  private static final MappingSettings SMALL =
      MappingSettings.provisioned(20, Duration.ofMillis(50));

  @Test
  void afterAMinuteOfIdlingWhatIsSentIsBilled() {
    start(given -> given.mapping = SMALL);
    produceCalls(0, 400);
    assertBalances(drain());
    assertThat(system.fleet().size()).isEqualTo(2);
    await().during(IDLE).atMost(IDLE.plus(DEADLINE)).until(() -> system.lag() == 0);
    produceCalls(400, 20);
    BillingStatement after = awaitDrained();
    assertBalances(after);
    assertThat(after.records()).isEqualTo(420);
  }
}
