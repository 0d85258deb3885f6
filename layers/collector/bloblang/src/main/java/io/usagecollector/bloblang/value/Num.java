package io.usagecollector.bloblang.value;

/** A number in one of the forms that arithmetic tells apart. */
public abstract sealed class Num extends Value permits IntNum, FloatNum, TextNum {
  Num() {}

  @Override
  public final Kind kind() {
    return Kind.NUMBER;
  }

  /**
   * The form arithmetic computes with: number text becomes an integer if it is one, else a float;
   * narrow integers widen. Number text outside the float range stays text, which no operator
   * accepts.
   */
  public abstract Num widened();
}
