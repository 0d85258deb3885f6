package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.FloatFormat;

/** How floats print. */
final class FloatVerbs {
  private static final int DEFAULT_PLACES = 6;

  private FloatVerbs() {}

  /** Prints a float; answers false if the verb is none for floats. */
  static boolean print(Spec spec, double value, int size, int verb) {
    switch (verb) {
      case 'v' -> number(spec, value, size, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> number(spec, value, size, (char) verb, -1);
      case 'e', 'E', 'f' -> number(spec, value, size, (char) verb, DEFAULT_PLACES);
      case 'F' -> number(spec, value, size, 'f', DEFAULT_PLACES);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void number(Spec spec, double value, int size, char verb, int places) {
    int precision = spec.hasPrecision() ? spec.precision() : places;
    String plain = FloatFormat.format(value, verb, precision, size);
    boolean signed = plain.startsWith("-") || plain.startsWith("+");
    String number = signed ? plain.substring(1) : plain;
    String sign = plain.startsWith("-") ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    if (!Double.isFinite(value)) {
      // An infinity always has a sign; NaN shows one only if asked.
      spec.padBlank((signed && sign.isEmpty() ? "+" : sign) + number);
      return;
    }
    String full = spec.sharp && verb != 'b' ? withPoint(number, verb, precision) : number;
    int missing = spec.width() - sign.length() - full.length();
    if (spec.padsZeros() && missing > 0) {
      spec.to().append(sign).repeat('0', missing).append(full);
    } else {
      spec.padBlank(sign + full);
    }
  }

  /** The sharp flag: always a point, and for g, G and x (not X) zeros up to the precision. */
  private static String withPoint(String number, char verb, int precision) {
    int tailAt = tailAt(number, verb);
    StringBuilder head = new StringBuilder(number.substring(0, tailAt));
    boolean filled = verb == 'g' || verb == 'G' || verb == 'x';
    int missing = !filled ? 0 : precision < 0 ? DEFAULT_PLACES : precision;
    missing -= significant(head);
    if (head.indexOf(".") < 0) {
      missing -= head.toString().equals("0") ? 1 : 0;
      head.append('.');
    }
    return head.repeat('0', Math.max(0, missing))
        .append(number, tailAt, number.length())
        .toString();
  }

  private static int tailAt(String number, char verb) {
    boolean hex = verb == 'x' || verb == 'X';
    for (int i = 0; i < number.length(); i++) {
      char c = (char) (number.charAt(i) | 0x20);
      if (c == 'p' || (c == 'e' && !hex)) {
        return i;
      }
    }
    return number.length();
  }

  /** Characters from the first that is no zero on; the x of a hex float counts as Go counts it. */
  private static int significant(CharSequence head) {
    int count = 0;
    boolean seen = false;
    for (int i = 0; i < head.length(); i++) {
      if (head.charAt(i) != '.') {
        seen |= head.charAt(i) != '0';
        count += seen ? 1 : 0;
      }
    }
    return count;
  }
}
