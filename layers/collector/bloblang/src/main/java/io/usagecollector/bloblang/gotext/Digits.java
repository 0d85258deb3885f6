package io.usagecollector.bloblang.gotext;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The decimal digits of a finite float without its sign: {@code 0.d1d2d3... × 10^point}, no zeros
 * at either end. Zero has no digits and point 0.
 */
record Digits(String digits, int point) {
  static final Digits ZERO = new Digits("", 0);

  /**
   * 2^-12 lies halfway between two shortest float32 texts: the one such tie that Go breaks to the
   * odd digit.
   */
  private static final Digits ODD_TIE = new Digits("24414063", -3);

  /** The fewest digits that read back as the same float64, and of those the nearest. */
  static Digits shortest(double value) {
    double magnitude = Math.abs(value);
    // The JDK never gives fewer than two digits and may prefer two over one: only subnormals leave
    // such a choice.
    return magnitude == 0 || magnitude >= 1e-320
        ? parse(Double.toString(magnitude))
        : fewest(new BigDecimal(magnitude), text -> Double.parseDouble(text) == magnitude);
  }

  /** {@link #shortest(double)} for a float32. */
  static Digits shortest(float value) {
    float magnitude = Math.abs(value);
    if (magnitude == 0x1p-12f) {
      return ODD_TIE;
    }
    return magnitude == 0 || magnitude >= 1e-42f
        ? parse(Float.toString(magnitude))
        : fewest(new BigDecimal(magnitude), text -> Float.parseFloat(text) == magnitude);
  }

  private static Digits fewest(BigDecimal exact, Predicate<String> readsBack) {
    int count = 1;
    while (!readsBack.test(significant(exact, count).scientific())) {
      count++;
    }
    return significant(exact, count);
  }

  /** So many significant digits, half to even on the float's exact value. */
  static Digits significant(BigDecimal magnitude, int count) {
    return of(magnitude.round(new MathContext(count, RoundingMode.HALF_EVEN)));
  }

  private static Digits of(BigDecimal magnitude) {
    String unscaled = magnitude.unscaledValue().toString();
    return trimmed(unscaled, unscaled.length() - magnitude.scale());
  }

  private static Digits parse(String text) {
    int e = text.indexOf('E');
    String mantissa = e < 0 ? text : text.substring(0, e);
    int exponent = e < 0 ? 0 : Integer.parseInt(text, e + 1, text.length(), 10);
    int dot = mantissa.indexOf('.');
    return trimmed(mantissa.substring(0, dot) + mantissa.substring(dot + 1), dot + exponent);
  }

  private static Digits trimmed(String all, int point) {
    int from = 0;
    int to = all.length();
    while (to > 0 && all.charAt(to - 1) == '0') {
      to--;
    }
    while (from < to && all.charAt(from) == '0') {
      from++;
    }
    return from == to ? ZERO : new Digits(all.substring(from, to), point - from);
  }

  private String scientific() {
    return digits + "E" + (point - digits.length());
  }

  int count() {
    return digits.length();
  }

  /** The exponent of the first digit; 0 for zero. */
  int exponent() {
    return digits.isEmpty() ? 0 : point - 1;
  }

  /** Go's {@code %f} with so many places; digits beyond those known are zeros. */
  void appendPlain(StringBuilder to, int places) {
    if (point <= 0) {
      to.append('0');
    }
    append(to, 0, point);
    if (places > 0) {
      append(to.append('.'), point, point + places);
    }
  }

  private void append(StringBuilder to, int from, int end) {
    for (int i = from; i < end; i++) {
      to.append(i >= 0 && i < digits.length() ? digits.charAt(i) : '0');
    }
  }

  /** Go's {@code %e} with so many places; the exponent has a sign and at least two digits. */
  void appendExponential(StringBuilder to, int places, char e) {
    to.append(digits.isEmpty() ? '0' : digits.charAt(0));
    if (places > 0) {
      append(to.append('.'), 1, places + 1);
    }
    int exponent = exponent();
    to.append(e).append(exponent < 0 ? '-' : '+');
    if (Math.abs(exponent) < 10) {
      to.append('0');
    }
    to.append(Math.abs(exponent));
  }
}
