package io.usagecollector.core.sink.flexprice.form;

import org.jspecify.annotations.Nullable;

/**
 * A number written as text, as Flexprice's library reads it: no blanks, no separators, no
 * hexadecimal.
 *
 * @param negative whether it is less than zero
 * @param zero whether it is zero
 * @param magnitude the power of ten of its first digit that is not 0: 3 of {@code 1234}
 * @param exponent what is written after the {@code e}, or 0
 */
record DecimalText(boolean negative, boolean zero, long magnitude, long exponent) {
  /** The number, or null where the library sees none, and bills zero. */
  static @Nullable DecimalText read(String text) {
    return new Reader(text).number();
  }

  private static final class Reader {
    /** The library keeps exponents in 32 bits. */
    private static final long LARGEST_EXPONENT = Integer.MAX_VALUE;

    private final String text;
    private int at;
    private boolean nonZero;
    private long digits;
    private long leadingZeros;

    Reader(String text) {
      this.text = text;
    }

    @Nullable DecimalText number() {
      boolean minus = isNext('-');
      skipSign();
      digits();
      long whole = digits;
      if (isNext('.')) {
        at++;
        digits();
      }
      if (digits == 0) {
        return null;
      }
      long exponent = 0;
      if (at < text.length()) {
        Long written = exponent();
        if (written == null) {
          return null;
        }
        exponent = written;
      }
      return new DecimalText(
          minus && nonZero, !nonZero, whole - 1 - leadingZeros + exponent, exponent);
    }

    private @Nullable Long exponent() {
      if (!isNext('e') && !isNext('E')) {
        return null;
      }
      at++;
      boolean minus = isNext('-');
      skipSign();
      int start = at;
      long value = 0;
      while (at < text.length() && isDigit(text.charAt(at))) {
        value = Math.min(value * 10 + (text.charAt(at) - '0'), LARGEST_EXPONENT + 1);
        at++;
      }
      boolean legal = at > start && at == text.length() && value <= LARGEST_EXPONENT;
      return legal ? (minus ? -value : value) : null;
    }

    private void skipSign() {
      if (isNext('+') || isNext('-')) {
        at++;
      }
    }

    private void digits() {
      while (at < text.length() && isDigit(text.charAt(at))) {
        nonZero |= text.charAt(at) != '0';
        leadingZeros += nonZero ? 0 : 1;
        digits++;
        at++;
      }
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }
  }
}
