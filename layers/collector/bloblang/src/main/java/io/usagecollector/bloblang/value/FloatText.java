package io.usagecollector.bloblang.value;

import java.math.BigDecimal;

/** The two texts of a float: Go's {@code %g} for strings, and the JSON form for documents. */
final class FloatText {
  private FloatText() {}

  /**
   * Shortest digits, an exponent below 1e-4 and from 1e6 on (or from as many digits as there are):
   * {@code 1e+06}.
   */
  static String general(FloatNum num) {
    double v = num.value();
    if (Double.isNaN(v)) {
      return "NaN";
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? "+Inf" : "-Inf";
    }
    BigDecimal digits = digits(num);
    int exponent = digits.precision() - digits.scale() - 1;
    boolean scientific =
        v != 0 && (exponent < -4 || exponent >= 21 || exponent >= generalLimit(digits, exponent));
    return sign(v) + (scientific ? scientific(digits, exponent, 2) : digits.toPlainString());
  }

  private static int generalLimit(BigDecimal digits, int exponent) {
    int count = digits.precision();
    return count > 6 && count > exponent + 1 ? Integer.MAX_VALUE : count > 6 ? exponent + 1 : 6;
  }

  /**
   * Plain from 1e-6 up to 1e21, else with an exponent of as few digits as it has. Must not be
   * called for NaN or infinities.
   */
  static String json(FloatNum num) {
    double v = num.value();
    double magnitude = Math.abs(v);
    BigDecimal digits = digits(num);
    boolean scientific =
        num.isSingle()
            ? magnitude != 0 && ((float) magnitude < 1e-6f || (float) magnitude >= 1e21f)
            : magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
    int exponent = digits.precision() - digits.scale() - 1;
    return sign(v) + (scientific ? scientific(digits, exponent, 1) : digits.toPlainString());
  }

  private static BigDecimal digits(FloatNum num) {
    double magnitude = Math.abs(num.value());
    if (magnitude == 0) {
      return BigDecimal.ZERO;
    }
    String shortest =
        num.isSingle() ? Float.toString((float) magnitude) : Double.toString(magnitude);
    BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
    return exact;
  }

  private static String sign(double v) {
    return Double.doubleToRawLongBits(v) < 0 ? "-" : "";
  }

  private static String scientific(BigDecimal digits, int exponent, int width) {
    String all = digits.unscaledValue().toString();
    String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
    String power = Integer.toString(Math.abs(exponent));
    String padded = power.length() < width ? "0" + power : power;
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + padded;
  }
}
