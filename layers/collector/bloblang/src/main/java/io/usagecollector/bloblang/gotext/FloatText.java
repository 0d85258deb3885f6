package io.usagecollector.bloblang.gotext;

/** Floats in their fewest digits: as Go prints them, and as its JSON encoder does. */
public final class FloatText {
  private FloatText() {}

  /**
   * Go's {@code %v} of a float64, {@code strconv.FormatFloat(x, 'g', -1, 64)}: the exponent form
   * below 1e-4 and from 1e6 on ({@code 999999}, {@code 1e+06}); {@code NaN}, {@code +Inf}, {@code
   * -Inf}.
   */
  public static String shortest(double value) {
    int whole = (int) value;
    if (whole == value && Math.abs(whole) < 1_000_000 && (whole != 0 || 1 / value > 0)) {
      return Integer.toString(whole);
    }
    return Double.isFinite(value)
        ? shortest(isNegative(value), Digits.shortest(value))
        : special(value);
  }

  /** {@link #shortest(double)} with the digits a float32 needs. */
  public static String shortest(float value) {
    return Float.isFinite(value)
        ? shortest(isNegative(value), Digits.shortest(value))
        : special(value);
  }

  private static String shortest(boolean negative, Digits digits) {
    StringBuilder text = sign(negative);
    int exponent = digits.exponent();
    if (exponent < -4 || exponent >= 6) {
      digits.appendExponential(text, Math.max(digits.count() - 1, 0), 'e');
    } else {
      digits.appendPlain(text, Math.max(digits.count() - digits.point(), 0));
    }
    return text.toString();
  }

  /**
   * A float64 as {@code encoding/json} writes it: plain for 1e-6 ≤ |x| &lt; 1e21, else {@code
   * 1e-7}, {@code 1e+21}; minus zero is {@code -0}.
   *
   * @throws IllegalArgumentException for NaN and infinities, which JSON cannot hold
   */
  public static String json(double value) {
    requireFinite(Double.isFinite(value), value);
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
      String plain = Double.toString(value);
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    boolean exponential = magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
    return json(isNegative(value), Digits.shortest(value), exponential);
  }

  /** {@link #json(double)} with the digits, and the limits, of a float32. */
  public static String json(float value) {
    requireFinite(Float.isFinite(value), value);
    float magnitude = Math.abs(value);
    boolean exponential = magnitude != 0 && (magnitude < 1e-6f || magnitude >= 1e21f);
    return json(isNegative(value), Digits.shortest(value), exponential);
  }

  private static String json(boolean negative, Digits digits, boolean exponential) {
    StringBuilder text = sign(negative);
    if (!exponential) {
      digits.appendPlain(text, Math.max(digits.count() - digits.point(), 0));
      return text.toString();
    }
    digits.appendExponential(text, digits.count() - 1, 'e');
    int padding = text.length() - 2;
    if (text.charAt(padding) == '0' && text.charAt(padding - 1) == '-') {
      text.deleteCharAt(padding);
    }
    return text.toString();
  }

  static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }

  static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  private static StringBuilder sign(boolean negative) {
    return negative ? new StringBuilder(24).append('-') : new StringBuilder(24);
  }

  private static void requireFinite(boolean finite, double value) {
    if (!finite) {
      throw new IllegalArgumentException("json: unsupported value: " + special(value));
    }
  }
}
