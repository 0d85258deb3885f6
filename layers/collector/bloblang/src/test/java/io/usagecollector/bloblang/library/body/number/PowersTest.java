package io.usagecollector.bloblang.library.body.number;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PowersTest {
  @Test
  void wholePowersAreMultipliedUpAndInvertedLast() {
    assertThat(Powers.of(1764585000.5, -7)).isEqualTo(1.8771627046274606e-65);
    assertThat(Powers.of(10, -2)).isEqualTo(0.01);
    assertThat(Powers.of(2, 10)).isEqualTo(1024);
    assertThat(Powers.of(-2, 3)).isEqualTo(-8);
  }

  @Test
  void theEdgesAreGos() {
    assertThat(Powers.of(1, Double.NaN)).isEqualTo(1);
    assertThat(Powers.of(-1, Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Powers.of(0, -1)).isInfinite();
    assertThat(Powers.of(-8, 0.5)).isNaN();
    assertThat(Powers.of(10, 400)).isInfinite();
    assertThat(Powers.of(10, -400)).isZero();
  }

  @Property
  void everyPowerIsWithinAHairOfTheJdks(
      @ForAll @DoubleRange(min = 0.01, max = 1000) double base,
      @ForAll @IntRange(min = -20, max = 20) int exponent) {
    assertThat(Powers.of(base, exponent))
        .isCloseTo(StrictMath.pow(base, exponent), Percentage.withPercentage(1e-10));
  }
}
