package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.SharedBudget.Portion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbBudgetTest {
  private static final int INSTANCES = 32;
  private static final long NOW = 1_800_000_000_000L;
  private static final Portion TAKEN = new Portion.Taken();
  private static LocalTable table;

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private static DynamoDbBudget budget(String sink) {
    return new DynamoDbBudget(table.table(), sink);
  }

  @Test
  void thePortionThatIsDueIsTakenOnce() {
    DynamoDbBudget budget = budget("once");
    assertThat(budget.take(NOW, NOW + 500)).isEqualTo(TAKEN);
    assertThat(budget.take(NOW + 499, NOW + 999)).isEqualTo(new Portion.NotBefore(NOW + 500));
    assertThat(budget.take(NOW + 500, NOW + 1_000)).isEqualTo(TAKEN);
  }

  @Test
  void aTimeThatAWrongClockHasSetKeepsNobodyOut() {
    DynamoDbBudget budget = budget("wrong");
    assertThat(budget.take(NOW + 3_600_000, NOW + 3_600_500)).isEqualTo(TAKEN);
    assertThat(budget.take(NOW, NOW + 500)).isEqualTo(TAKEN);
    assertThat(budget.take(NOW + 1, NOW + 501)).isEqualTo(new Portion.NotBefore(NOW + 500));
  }

  @Test
  void ofManyThatAskAtOnceOneGetsEachPortion() throws Exception {
    for (int portion = 0; portion < 10; portion++) {
      long now = NOW + portion * 500L;
      List<Portion> given =
          AtOnce.run(
              INSTANCES,
              i -> {
                DynamoDbBudget budget = budget("many");
                return () -> budget.take(now, now + 500);
              });
      assertThat(given).filteredOn(TAKEN::equals).hasSize(1);
      assertThat(given).filteredOn(new Portion.NotBefore(now + 500)::equals).hasSize(INSTANCES - 1);
    }
  }

  @Test
  void aTableThatIsNotThereIsOutOfReach() {
    var missing = new DynamoDbBudget(new StateTable(() -> table.client, "missing"), "any");
    assertThat(missing.take(NOW, NOW + 500)).isEqualTo(new Portion.Away());
  }
}
