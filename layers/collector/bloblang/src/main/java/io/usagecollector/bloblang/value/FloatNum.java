package io.usagecollector.bloblang.value;

import io.usagecollector.bloblang.gotext.FloatText;

/** A float64, or the float32 that {@code .float32()} makes (which prints by its own digits). */
public final class FloatNum extends Num {
  private final double value;
  private final boolean single;

  private FloatNum(double value, boolean single) {
    this.value = value;
    this.single = single;
  }

  public static FloatNum of(double value) {
    return new FloatNum(value, false);
  }

  public static FloatNum single(float value) {
    return new FloatNum(value, true);
  }

  public double value() {
    return value;
  }

  public boolean isSingle() {
    return single;
  }

  @Override
  public FloatNum widened() {
    return single ? of(value) : this;
  }

  @Override
  public String toString() {
    return single ? FloatText.shortest((float) value) : FloatText.shortest(value);
  }
}
