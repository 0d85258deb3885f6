package io.usagecollector.bloblang.gotext;

/**
 * The forms with a binary exponent: Go's {@code %b} ({@code 4503599627370496p-52}) and {@code %x}
 * ({@code 0x1.8p+00}).
 */
final class BinaryFloat {
  private static final int HEX_DIGITS = 15;

  private BinaryFloat() {}

  static void binary(StringBuilder to, double value, int bits) {
    int width = bits == 32 ? 23 : 52;
    int exponent = exponent(value, bits) - width;
    to.append(mantissa(value, bits)).append('p').append(exponent >= 0 ? "+" : "").append(exponent);
  }

  static void hex(StringBuilder to, double value, char verb, int precision, int bits) {
    long mantissa = mantissa(value, bits) << (bits == 32 ? 60 - 23 : 60 - 52);
    int exponent = mantissa == 0 ? 0 : exponent(value, bits);
    while (mantissa != 0 && (mantissa & (1L << 60)) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < HEX_DIGITS) {
      mantissa = round(mantissa, precision);
      if ((mantissa & (1L << 61)) != 0) {
        mantissa >>= 1;
        exponent++;
      }
    }
    to.append('0').append(verb).append((mantissa >> 60) & 1);
    fraction(to, mantissa << 4, verb, precision);
    to.append(verb == 'X' ? 'P' : 'p').append(exponent < 0 ? '-' : '+');
    to.append(Math.abs(exponent) < 10 ? "0" : "").append(Math.abs(exponent));
  }

  /** Half to even at so many hex digits after the point. */
  private static long round(long mantissa, int precision) {
    int shift = precision * 4;
    long extra = (mantissa << shift) & ((1L << 60) - 1);
    long kept = mantissa >> (60 - shift);
    if ((extra | (kept & 1)) > 1L << 59) {
      kept++;
    }
    return kept << (60 - shift);
  }

  private static void fraction(StringBuilder to, long bits, char verb, int precision) {
    String digits = verb == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    if (precision > 0 || (precision < 0 && bits != 0)) {
      to.append('.');
    }
    long rest = bits;
    for (int i = 0; precision < 0 ? rest != 0 : i < precision; i++, rest <<= 4) {
      to.append(digits.charAt((int) (rest >>> 60)));
    }
  }

  private static int exponent(double value, int bits) {
    return bits == 32
        ? Math.max(Math.getExponent((float) value), Float.MIN_EXPONENT)
        : Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
  }

  private static long mantissa(double value, int bits) {
    if (bits == 32) {
      int raw = Float.floatToRawIntBits((float) value);
      return (raw & 0x7FFFFF) | ((raw & 0x7F800000) == 0 ? 0 : 0x800000);
    }
    long raw = Double.doubleToRawLongBits(value);
    return (raw & 0xFFFFFFFFFFFFFL) | ((raw & 0x7FF0000000000000L) == 0 ? 0 : 1L << 52);
  }
}
