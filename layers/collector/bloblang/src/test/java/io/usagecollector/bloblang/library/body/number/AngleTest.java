package io.usagecollector.bloblang.library.body.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AngleTest {
  @Test
  void theLastDigitIsGos() {
    assertThat(Angle.sine(5)).isEqualTo(-0.9589242746631385);
    assertThat(Angle.cosine(5)).isEqualTo(0.2836621854632263);
    assertThat(Angle.tangent(5)).isEqualTo(-3.3805150062465854);
    assertThat(Angle.cosine(1000)).isEqualTo(0.5623790762907029);
    assertThat(Angle.tangent(-0.47293582601330186)).isEqualTo(-0.5116647792118699);
  }

  @Test
  void zeroKeepsItsSign() {
    assertThat(Angle.sine(-0.0)).isEqualTo(-0.0);
    assertThat(Angle.tangent(-0.0)).isEqualTo(-0.0);
    assertThat(Angle.cosine(-0.0)).isEqualTo(1);
  }

  @Test
  void infinityHasNoAngle() {
    assertThat(Angle.sine(Double.POSITIVE_INFINITY)).isNaN();
    assertThat(Angle.cosine(Double.NEGATIVE_INFINITY)).isNaN();
    assertThat(Angle.tangent(Double.NaN)).isNaN();
  }

  @Property
  void everyAngleIsWithinAHairOfTheJdks(@ForAll @DoubleRange(min = -1e6, max = 1e6) double x) {
    assertThat(Angle.sine(x)).isCloseTo(StrictMath.sin(x), within(1e-13));
    assertThat(Angle.cosine(x)).isCloseTo(StrictMath.cos(x), within(1e-13));
    assertThat(Angle.sine(x)).isCloseTo(Angle.tangent(x) * Angle.cosine(x), within(1e-13));
  }
}
