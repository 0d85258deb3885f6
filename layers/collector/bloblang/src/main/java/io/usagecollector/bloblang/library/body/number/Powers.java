package io.usagecollector.bloblang.library.body.number;

/**
 * Powers as Go computes them: the whole part of the exponent by squaring, the rest by logarithm.
 * The JDK's own differ in the last digit, and between its interpreter and its compiler.
 */
public final class Powers {
  private static final int BEYOND_ANY_FLOAT = 1 << 12;

  private Powers() {}

  public static double of(double base, double exponent) {
    if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
      return 1;
    }
    double magnitude = Math.abs(exponent);
    boolean special =
        exponent == 0
            || base == 0
            || !Double.isFinite(base)
            || !(magnitude < 0x1p63)
            || exponent == 0.5
            || exponent == -0.5;
    if (special || (base < 0 && magnitude != Math.rint(magnitude))) {
      return StrictMath.pow(base, exponent);
    }
    return finite(base, exponent);
  }

  private static double finite(double base, double exponent) {
    double magnitude = Math.abs(exponent);
    double whole = Math.floor(magnitude);
    double fraction = magnitude - whole;
    double result = 1;
    if (fraction != 0) {
      if (fraction > 0.5) {
        fraction--;
        whole++;
      }
      result = GoExponential.exp(fraction * GoExponential.log(base));
    }
    int scale = 0;
    int power = exponentOf(base);
    double factor = Math.scalb(base, -power);
    for (long i = (long) whole; i != 0; i >>= 1) {
      if (power < -BEYOND_ANY_FLOAT || power > BEYOND_ANY_FLOAT) {
        scale += power;
        break;
      }
      if ((i & 1) == 1) {
        result *= factor;
        scale += power;
      }
      factor *= factor;
      power <<= 1;
      if (factor < 0.5) {
        factor += factor;
        power--;
      }
    }
    return exponent < 0 ? scaled(1 / result, -scale) : scaled(result, scale);
  }

  /** The power of two that leaves a number between a half and one. */
  static int exponentOf(double value) {
    int exponent = Math.getExponent(value);
    return exponent < Double.MIN_EXPONENT ? Math.getExponent(value * 0x1p54) - 53 : exponent + 1;
  }

  private static double scaled(double value, int scale) {
    return Math.scalb(value, scale);
  }
}
