package io.usagecollector.core.delivery.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofMillis(100), Duration.ofMillis(450));

  /** Draws the largest number it may. */
  private static final RandomGenerator LARGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new AssertionError("unbounded draw");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @ParameterizedTest
  @CsvSource({"1,100", "2,200", "3,400", "4,450"})
  void aPauseIsDrawnUpToALimitThatDoublesToTheCap(int attempt, long millis) {
    assertThat(POLICY.decide(attempt, Optional.empty(), LARGEST))
        .isEqualTo(new RetryDecision.Again(Duration.ofMillis(millis)));
  }

  @Test
  void aPauseMayBeNothing() {
    assertThat(POLICY.decide(3, Optional.empty(), () -> 0))
        .isEqualTo(new RetryDecision.Again(Duration.ZERO));
  }

  @Test
  void jitterComesOnTopOfWhatTheServiceAskedFor() {
    assertThat(POLICY.decide(1, Optional.of(Duration.ofSeconds(7)), LARGEST))
        .isEqualTo(new RetryDecision.Again(Duration.ofMillis(7_100)));
  }

  @Test
  void theLastAttemptIsTheLast() {
    assertThat(POLICY.decide(5, Optional.empty(), LARGEST)).isEqualTo(new RetryDecision.GiveUp());
    assertThat(POLICY.decide(99, Optional.of(Duration.ofSeconds(1)), LARGEST))
        .isEqualTo(new RetryDecision.GiveUp());
  }

  @Test
  void manyAttemptsDoNotOverflow() {
    RetryPolicy patient =
        new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(patient.decide(1_000_000, Optional.empty(), LARGEST))
        .isEqualTo(new RetryDecision.Again(Duration.ofMinutes(1)));
  }

  @Test
  void aPolicyWithoutAnAttemptIsRefused() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
