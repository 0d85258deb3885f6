package io.usagecollector.core.delivery.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
  private final VirtualTime time = new VirtualTime();
  private final long start = time.millis();

  @Test
  void workEndsBeforeDeadLettersAndAnswer() {
    TimeBudget budget = new TimeBudget(time, Duration.ofSeconds(60));
    assertThat(budget.workEnds(0)).isEqualTo(start + 57_500);
    assertThat(budget.workEnds(10_000)).isEqualTo(start + 59_500 - 29_750);
    assertThat(budget.leftForLetters()).isEqualTo(Duration.ofMillis(59_500));
  }

  @Test
  void aShortTimeIsForWorkAndForTheLettersThereAre() {
    TimeBudget budget = new TimeBudget(time, Duration.ofSeconds(1));
    assertThat(budget.workEnds(0)).isEqualTo(start + 730);
    assertThat(budget.workEnds(1)).isEqualTo(start + 680);
    assertThat(budget.leftForLetters()).isEqualTo(Duration.ofMillis(750));
  }

  /** A function's limit of three seconds, and a service that takes two. */
  @Test
  void threeSecondsBearARequestOfTwo() {
    TimeBudget budget = new TimeBudget(time, Duration.ofSeconds(3));
    assertThat(budget.workEnds(0)).isEqualTo(start + 2_320);
    assertThat(budget.workEnds(30)).isEqualTo(start + 2_170);
  }

  @Test
  void noTimeIsNoTime() {
    TimeBudget budget = new TimeBudget(time, Duration.ofMillis(-5));
    assertThat(budget.workEnds(3)).isEqualTo(start);
    assertThat(budget.leftForLetters()).isEqualTo(Duration.ZERO);
  }
}
