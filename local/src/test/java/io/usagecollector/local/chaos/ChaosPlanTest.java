package io.usagecollector.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
  @Property(tries = 200)
  void aSeedIsAPlan(@ForAll long seed) {
    assertThat(ChaosPlan.of(seed)).isEqualTo(ChaosPlan.of(seed));
  }

  @Property(tries = 200)
  void everyKindOfFaultIsInEveryPlanAndCalmFollows(@ForAll long seed) {
    ChaosPlan plan = ChaosPlan.of(seed);
    assertThat(plan.strikes()).extracting(Strike::fault).hasSize(13).doesNotHaveDuplicates();
    assertThat(plan.strikes()).allMatch(strike -> strike.times() >= 1 && strike.times() <= 2);
    assertThat(plan.sends()).hasSize(9).contains(SendFault.values());
    assertThat(plan.kills()).hasSize(3).isSorted().doesNotHaveDuplicates();
    assertThat(plan.trigger().duplicate()).isPositive();
    assertThat(plan.trigger().goesBack()).isPositive();
    assertThat(plan.trigger().commitBeforeOutcome()).isFalse();
    assertThat(plan.poller().lostDelete()).isPositive();
  }

  @Test
  void someEventsArePoisonWhateverTheirOrder() {
    ChaosPlan plan = ChaosPlan.of(1);
    assertThat(plan.poison(List.of("a", "b", "c", "d", "e"))).hasSize(3);
    assertThat(plan.poison(List.of("a", "b", "c", "d", "e")))
        .isEqualTo(plan.poison(List.of("e", "d", "c", "b", "a")));
    assertThat(plan.poison(List.of())).isEmpty();
  }

  @Test
  void anotherSeedIsAnotherPlan() {
    assertThat(ChaosPlan.of(1).strikes()).isNotEqualTo(ChaosPlan.of(2).strikes());
    assertThat(ChaosPlan.of(1).sends()).isNotEqualTo(ChaosPlan.of(2).sends());
    assertThat(ChaosPlan.of(1).kills()).isNotEqualTo(ChaosPlan.of(2).kills());
  }
}
