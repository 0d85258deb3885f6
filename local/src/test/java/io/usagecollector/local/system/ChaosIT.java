package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.chaos.ChaosPlan;
import io.usagecollector.local.statement.BillingStatement;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything around the functions misbehaves, by seed; once it is calm, the table balances. */
class ChaosIT extends EndToEnd {
  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void theTableBalancesInTheEnd(long seed) {
    start(given -> given.chaos = Optional.of(ChaosPlan.of(seed)));
    produceCalls(600);
    produceValues("not json");
    BillingStatement statement = drain();
    assertThat(statement.problems()).as("chaos seed " + seed).isEmpty();
    assertThat(statement.deadLetters()).hasSize(1);
    assertThat(flexprice().requests().ingestCount()).isGreaterThan(20);
  }
}
