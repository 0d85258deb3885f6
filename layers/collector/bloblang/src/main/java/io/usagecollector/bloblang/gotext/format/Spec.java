package io.usagecollector.bloblang.gotext.format;

/** Flags, width and precision of one verb, and the padding they ask for. One use. */
final class Spec {
  private static final int ABSENT = -1;

  boolean sharp;
  boolean zero;
  boolean plus;
  boolean minus;
  boolean space;
  boolean goSyntax;
  private int width = ABSENT;
  private int precision = ABSENT;

  private final StringBuilder to;

  Spec(StringBuilder to) {
    this.to = to;
  }

  StringBuilder to() {
    return to;
  }

  /** Takes a flag; answers whether it is one. */
  boolean flag(char c) {
    switch (c) {
      case '#' -> sharp = true;
      case '0' -> zero = true;
      case '+' -> plus = true;
      case '-' -> minus = true;
      case ' ' -> space = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** For {@code %v} the sharp flag asks for Go syntax and the plus flag for field names. */
  void forValue() {
    goSyntax = sharp;
    sharp = false;
    plus = false;
  }

  void width(int columns) {
    width = Math.abs(columns);
    minus |= columns < 0;
    zero &= columns >= 0;
  }

  void precision(int digits) {
    precision = digits;
  }

  boolean hasWidth() {
    return width != ABSENT;
  }

  int width() {
    return Math.max(width, 0);
  }

  boolean hasPrecision() {
    return precision != ABSENT;
  }

  int precision() {
    return precision;
  }

  /** Whether missing columns are zeros: only ever on the left. */
  boolean padsZeros() {
    return zero && !minus;
  }

  /** Pads text to the width, with zeros too if the flag asks. */
  void pad(String text) {
    pad(text, padsZeros() ? '0' : ' ');
  }

  /** Pads with blanks, whatever the zero flag says. */
  void padBlank(String text) {
    pad(text, ' ');
  }

  private void pad(String text, char fill) {
    if (to.length() > GoFormat.LONGEST) {
      return;
    }
    int missing = Math.max(0, width - text.codePointCount(0, text.length()));
    if (minus) {
      to.append(text).repeat(' ', missing);
    } else {
      to.repeat(fill, missing).append(text);
    }
  }

  /** Cuts text to as many characters as the precision says. */
  String truncate(String text) {
    return hasPrecision() && precision < text.codePointCount(0, text.length())
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }
}
