package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a property value bills as: numbers as the float64 the server decodes them to, strings
 * exactly as shopspring's {@code decimal.NewFromString} reads them, anything else 0, negative
 * values 0. Kept with 15 decimals, as the column {@code Decimal(25,15)} does.
 */
final class Quantity {
  private static final int DECIMALS = 15;
  // Beyond this the real column overflows in ways nobody measured; a sum here stays finite.
  private static final int HIGHEST_EXPONENT = 60;
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private Quantity() {}

  static BigDecimal of(@Nullable Object value) {
    return switch (value) {
      case Double number -> stored(BigDecimal.valueOf(number));
      case String text -> stored(fromString(text));
      case null, default -> BigDecimal.ZERO;
    };
  }

  private static BigDecimal stored(BigDecimal value) {
    long magnitude = (long) value.precision() - value.scale();
    if (value.signum() <= 0 || magnitude > HIGHEST_EXPONENT || magnitude < -DECIMALS) {
      return BigDecimal.ZERO;
    }
    return value.scale() <= DECIMALS ? value : value.setScale(DECIMALS, RoundingMode.DOWN);
  }

  /** Digits with at most one point, then an optional exponent; 0 for anything else. */
  private static BigDecimal fromString(String text) {
    int e = indexOfExponent(text);
    String mantissa = e < 0 ? text : text.substring(0, e);
    String exponent = e < 0 ? "0" : text.substring(e + 1);
    int point = mantissa.indexOf('.');
    String digits =
        point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
    if (!INTEGER.matcher(digits).matches() || !INTEGER.matcher(exponent).matches()) {
      return BigDecimal.ZERO;
    }
    int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
    return scaled(new BigInteger(digits), fraction, new BigInteger(exponent));
  }

  private static BigDecimal scaled(BigInteger digits, int fraction, BigInteger exponent) {
    if (exponent.bitLength() > 31) {
      return BigDecimal.ZERO;
    }
    long scale = (long) fraction - exponent.intValue();
    if (scale != (int) scale) {
      return BigDecimal.ZERO;
    }
    return new BigDecimal(digits, (int) scale);
  }

  private static int indexOfExponent(String text) {
    int lower = text.indexOf('e');
    int upper = text.indexOf('E');
    return lower < 0 ? upper : upper < 0 ? lower : Math.min(lower, upper);
  }
}
