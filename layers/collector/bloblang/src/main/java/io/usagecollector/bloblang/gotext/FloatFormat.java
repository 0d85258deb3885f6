package io.usagecollector.bloblang.gotext;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Go's {@code strconv.FormatFloat}: a verb, a precision (-1 for the fewest digits) and 32 or 64
 * bits.
 */
public final class FloatFormat {
  private FloatFormat() {}

  /**
   * @param verb one of {@code e E f g G b x X}
   * @param precision places, for g significant digits; negative for as many as needed
   * @param bits 32 where the value is a float32, else 64
   */
  public static String format(double value, char verb, int precision, int bits) {
    if (!Double.isFinite(value)) {
      return FloatText.special(value);
    }
    StringBuilder text = new StringBuilder(32);
    if (FloatText.isNegative(value)) {
      text.append('-');
    }
    switch (verb) {
      case 'e', 'E' -> exponential(text, value, verb, precision, bits);
      case 'f' -> plain(text, value, precision, bits);
      case 'g', 'G' -> general(text, value, (char) (verb - 2), precision, bits);
      case 'b' -> BinaryFloat.binary(text, value, bits);
      case 'x', 'X' -> BinaryFloat.hex(text, value, verb, precision, bits);
      default -> throw new IllegalArgumentException("no float verb: " + verb);
    }
    return text.toString();
  }

  private static void exponential(StringBuilder to, double value, char e, int precision, int bits) {
    Digits digits = precision < 0 ? shortest(value, bits) : significant(value, precision + 1);
    digits.appendExponential(to, precision < 0 ? Math.max(digits.count() - 1, 0) : precision, e);
  }

  private static void plain(StringBuilder to, double value, int precision, int bits) {
    if (precision < 0) {
      Digits digits = shortest(value, bits);
      digits.appendPlain(to, Math.max(digits.count() - digits.point(), 0));
    } else {
      BigDecimal exact = new BigDecimal(Math.abs(value));
      to.append(exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString());
    }
  }

  private static void general(StringBuilder to, double value, char e, int precision, int bits) {
    boolean fewest = precision < 0;
    Digits digits = fewest ? shortest(value, bits) : significant(value, Math.max(precision, 1));
    int limit = fewest ? 6 : limit(digits, Math.max(precision, 1));
    int exponent = digits.point() - 1;
    if (exponent < -4 || exponent >= limit) {
      digits.appendExponential(to, Math.max(digits.count() - 1, 0), e);
    } else {
      digits.appendPlain(to, Math.max(digits.count() - digits.point(), 0));
    }
  }

  private static int limit(Digits digits, int precision) {
    boolean whole = digits.count() >= digits.point();
    return precision > digits.count() && whole ? digits.count() : precision;
  }

  private static Digits shortest(double value, int bits) {
    return bits == 32 ? Digits.shortest((float) value) : Digits.shortest(value);
  }

  private static Digits significant(double value, int count) {
    return value == 0 ? Digits.ZERO : Digits.significant(new BigDecimal(Math.abs(value)), count);
  }
}
