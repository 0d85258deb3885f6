package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Utf8Buffer;

/**
 * Prints floats that are short decimals, as most are: with at most six places and fewer than 15
 * digits, where a decimal that divides back to the very float is the only one of its length, so it
 * is the shortest.
 */
final class FastDecimal {
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final double MOST = 1e14;

  private FastDecimal() {}

  /** Appends the float if it is such a one; else appends nothing and answers false. */
  static boolean append(double value, Utf8Buffer out) {
    double magnitude = Math.abs(value);
    if (!(magnitude >= 1e-3 && magnitude < MOST)) {
      if (value == 0 && 1 / value > 0) {
        out.put('0');
        return true;
      }
      return false;
    }
    for (int places = 0; places < POWERS.length; places++) {
      double scaled = Math.rint(magnitude * POWERS[places]);
      if (scaled >= MOST) {
        return false;
      }
      if (scaled / POWERS[places] == magnitude) {
        if (value < 0) {
          out.put('-');
        }
        decimal((long) scaled, places, out);
        return true;
      }
    }
    return false;
  }

  private static void decimal(long scaled, int places, Utf8Buffer out) {
    long power = POWERS[places];
    out.putLong(scaled / power);
    if (places > 0) {
      out.put('.');
      long fraction = scaled % power;
      for (long digit = power / 10; digit > 0; digit /= 10) {
        out.put((int) ('0' + fraction / digit % 10));
      }
    }
  }
}
