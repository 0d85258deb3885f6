package io.usagecollector.core.sink.flexprice.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** How large a number is to Flexprice, of the very bytes that are sent. */
enum Magnitude {
  /** It is billed as it is. */
  FITS,
  /** Its production tables keep 64 bits of eight decimals: above this an amount wraps around. */
  MAY_WRAP,
  /**
   * Its consumer of events breaks down, for every customer, until its offset is moved by hand: its
   * decimals end at some 3.4e23.
   */
  UNBEARABLE,
  /** Its reader of JSON has no such number, and refuses the whole request. */
  BEYOND_FLOAT;

  private static final double WRAPS = 92_233_720_368d;
  private static final double LARGEST = 1e23;
  private static final int LARGEST_MAGNITUDE = 23;

  /** The exponents that float64 has room for: a power of ten beyond them is never meant. */
  private static final int LARGEST_EXPONENT = 400;

  /** With fewer characters, and no exponent, a number is less than {@link #WRAPS}. */
  private static final int SHORT = 11;

  /** A number of JSON. */
  static Magnitude ofNumber(byte[] json, int from, int to) {
    return to - from < SHORT && !hasExponent(json, from, to)
        ? FITS
        : of(Double.parseDouble(new String(json, from, to - from, ISO_8859_1)));
  }

  private static Magnitude of(double value) {
    if (Double.isInfinite(value)) {
      return BEYOND_FLOAT;
    }
    return Math.abs(value) >= LARGEST ? UNBEARABLE : value >= WRAPS ? MAY_WRAP : FITS;
  }

  /** A text of JSON, without its quotes: as large as the number it reads as. */
  static Magnitude ofText(byte[] json, int from, int to) {
    if (from == to || !beginsNumber(json[from]) || !maybeNumber(json, from, to)) {
      return FITS;
    }
    String text = new String(json, from, to - from, ISO_8859_1);
    DecimalText number = DecimalText.read(text);
    if (number == null) {
      return FITS;
    }
    boolean unbearable = !number.zero() && number.magnitude() >= LARGEST_MAGNITUDE;
    if (unbearable || Math.abs(number.exponent()) > LARGEST_EXPONENT) {
      return UNBEARABLE;
    }
    return number.magnitude() >= SHORT - 1 && Double.parseDouble(text) >= WRAPS ? MAY_WRAP : FITS;
  }

  private static boolean beginsNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.';
  }

  private static boolean maybeNumber(byte[] json, int from, int to) {
    if (to - from < SHORT && !hasExponent(json, from, to)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((json[i] < '0' || json[i] > '9') && "+-.eE".indexOf(json[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasExponent(byte[] json, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((json[i] | 0x20) == 'e') {
        return true;
      }
    }
    return false;
  }
}
