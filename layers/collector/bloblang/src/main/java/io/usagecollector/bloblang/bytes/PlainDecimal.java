package io.usagecollector.bloblang.bytes;

/**
 * Reads the decimals that most numbers are: up to 15 digits, with a point at most and no sign.
 * Their digits and the power of ten they are divided by are exact as floats, so one division rounds
 * them right.
 */
public final class PlainDecimal {
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private PlainDecimal() {}

  /** The float; NaN if the bytes are no such decimal, whatever else they are. */
  public static double parse(byte[] b, int offset, int length) {
    long digits = 0;
    int places = -1;
    for (int i = offset; i < offset + Math.min(length, MOST_DIGITS + 2); i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        places += places < 0 ? 0 : 1;
      } else if (b[i] == '.' && places < 0) {
        places = 0;
      } else {
        return Double.NaN;
      }
    }
    int count = length - (places < 0 ? 0 : 1);
    return count < 1 || count > MOST_DIGITS ? Double.NaN : digits / POWERS[Math.max(places, 0)];
  }
}
