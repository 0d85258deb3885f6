package io.usagecollector.core.sink.openmeter.form;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;

/**
 * What becomes of a number in JSON: the service reads it into a float64 and writes it anew, with as
 * few digits as tell it from its neighbours.
 */
enum Precision {
  /** The same number comes out. */
  KEPT,
  /** Another number comes out. */
  DIGITS_LOST,
  /** No float64 holds it, and the service refuses the event. */
  UNREADABLE;

  /** Up to so many digits always come out as they went in. */
  private static final int SAFE_DIGITS = 15;

  /**
   * What becomes of a number.
   *
   * @param json the bytes it is in, as JSON writes it
   */
  static Precision of(byte[] json, int from, int to) {
    return isShort(json, from, to) ? KEPT : of(new String(json, from, to - from, US_ASCII));
  }

  private static boolean isShort(byte[] json, int from, int to) {
    if (to - from > SAFE_DIGITS) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if ((json[at] | 0x20) == 'e') {
        return false;
      }
    }
    return true;
  }

  private static Precision of(String number) {
    double read = Double.parseDouble(number);
    if (Double.isInfinite(read)) {
      return UNREADABLE;
    }
    if (read == 0) {
      return number.split("[eE]", 2)[0].chars().anyMatch(c -> c >= '1' && c <= '9')
          ? DIGITS_LOST
          : KEPT;
    }
    boolean same = new BigDecimal(number).compareTo(new BigDecimal(Double.toString(read))) == 0;
    return same ? KEPT : DIGITS_LOST;
  }
}
