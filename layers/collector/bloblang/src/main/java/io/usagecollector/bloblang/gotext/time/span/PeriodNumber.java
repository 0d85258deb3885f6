package io.usagecollector.bloblang.gotext.time.span;

import io.usagecollector.bloblang.gotext.GoException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A number of a period: at most 19 digits, as the library behind the language keeps it. Its
 * arithmetic wraps around at 64 bits.
 *
 * @param coefficient the digits, with their sign; read as int64 they may have wrapped
 * @param scale how many of them stand after the point
 */
record PeriodNumber(BigInteger coefficient, int scale) {
  static final PeriodNumber ZERO = new PeriodNumber(BigInteger.ZERO, 0);
  private static final int MOST_DIGITS = 19;

  /** Far more than any number has; reading digits by the million takes long. */
  private static final int LONGEST = 10_000;

  static PeriodNumber parse(String text, String period) throws GoException {
    if (text.length() > LONGEST || !text.matches("-?(\\d+\\.?\\d*|\\.\\d+)")) {
      throw invalid(period);
    }
    BigDecimal exact = new BigDecimal(text);
    int whole = exact.signum() == 0 ? 0 : Math.max(exact.precision() - exact.scale(), 0);
    BigDecimal rounded =
        exact.setScale(Math.min(exact.scale(), MOST_DIGITS - whole), RoundingMode.HALF_EVEN);
    if (whole > MOST_DIGITS || rounded.precision() > MOST_DIGITS) {
      throw invalid(period);
    }
    return new PeriodNumber(rounded.unscaledValue(), rounded.scale());
  }

  private static GoException invalid(String period) {
    return new GoException(() -> period + ": number invalid or out of range");
  }

  int sign() {
    return coefficient.signum();
  }

  PeriodNumber negated() {
    return new PeriodNumber(coefficient.negate(), scale);
  }

  /** The whole number, 0 where it is beyond int64. */
  long whole() {
    return coefficient.bitLength() < Long.SIZE ? coefficient.longValue() : 0;
  }

  /** So many of a unit, cut to the unit's own precision. */
  long times(long unit) {
    long factor = unit;
    for (int i = 0; i < scale; i++) {
      factor /= 10;
    }
    return coefficient.longValue() * factor;
  }
}
