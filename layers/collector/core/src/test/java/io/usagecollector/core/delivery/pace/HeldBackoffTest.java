package io.usagecollector.core.delivery.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeldBackoffTest {
  private static final int RETENTION_DAYS = 14;
  private static final int MOST_RECEIVES = 1_000;

  /** Draws the least, each time. */
  private static final RandomGenerator LEAST = () -> 0;

  @Property
  void itIsAtLeastHalfTheLimitAndNeverMoreThanIt(
      @ForAll @IntRange(min = 1, max = 2_000) int receives, @ForAll long seed) {
    Duration limit =
        Duration.ofSeconds(15L << Math.min(receives - 1, 20)).compareTo(Duration.ofMinutes(45)) > 0
            ? Duration.ofMinutes(45)
            : Duration.ofSeconds(15L << (receives - 1));
    assertThat(HeldBackoff.DEFAULT.after(receives, new Random(seed)))
        .isBetween(limit.dividedBy(2), limit);
  }

  @Test
  void noMessageIsMovedAwayForBeingHeldAsLongAsItLives() {
    Duration held = Duration.ZERO;
    for (int receives = 1; receives <= MOST_RECEIVES; receives++) {
      held = held.plus(HeldBackoff.DEFAULT.after(receives, LEAST));
    }
    assertThat(held).isGreaterThan(Duration.ofDays(RETENTION_DAYS));
  }

  @Test
  void aBackoffThatWaitsForNothingIsNone() {
    assertThatThrownBy(() -> new HeldBackoff(Duration.ZERO, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
