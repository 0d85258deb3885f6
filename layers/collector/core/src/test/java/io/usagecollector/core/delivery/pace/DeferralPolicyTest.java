package io.usagecollector.core.delivery.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeferralPolicyTest {
  private static final DeferralPolicy POLICY =
      new DeferralPolicy(8, Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofMinutes(15));
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = FIRST.plusSeconds(60);

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
  @CsvSource({"1,30", "2,60", "3,120", "4,240", "5,480", "6,900", "7,900"})
  void aPauseIsDrawnUpToALimitThatDoublesToTheCap(int failed, long seconds) {
    assertThat(POLICY.decide(failed, FIRST, NOW, LARGEST))
        .isEqualTo(new DeferralDecision.Again(NOW.plusSeconds(seconds)));
  }

  @Test
  void aPauseMayBeNothing() {
    assertThat(POLICY.decide(7, FIRST, NOW, () -> 0)).isEqualTo(new DeferralDecision.Again(NOW));
  }

  @Test
  void theLastAttemptIsTheLast() {
    assertThat(POLICY.decide(8, FIRST, NOW, LARGEST))
        .isEqualTo(new DeferralDecision.Enough("it was tried 8 times"));
    assertThat(POLICY.decide(Integer.MAX_VALUE, FIRST, NOW, LARGEST))
        .isInstanceOf(DeferralDecision.Enough.class);
  }

  @Test
  void whatIsTooOldIsTriedNoMore() {
    assertThat(POLICY.decide(1, FIRST, FIRST.plus(POLICY.oldest()), () -> 0))
        .isInstanceOf(DeferralDecision.Again.class);
    assertThat(POLICY.decide(1, FIRST, FIRST.plus(POLICY.oldest()).plusMillis(1), () -> 0))
        .isEqualTo(new DeferralDecision.Enough("it was tried since 2026-01-01T00:00:00Z"));
  }

  @Test
  void aPolicyWithoutAnAttemptIsRefused() {
    assertThatThrownBy(() -> new DeferralPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
