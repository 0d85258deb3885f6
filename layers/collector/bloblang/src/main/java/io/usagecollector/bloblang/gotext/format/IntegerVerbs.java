package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.GoUnicode;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.Quote;
import java.util.Locale;

/** How integers print. */
final class IntegerVerbs {
  private IntegerVerbs() {}

  /** Prints an integer; answers false if the verb is none for integers. */
  static boolean print(Spec spec, long bits, boolean signed, int verb) {
    switch (verb) {
      case 'v' -> value(spec, bits, signed);
      case 'd' -> number(spec, bits, signed, 10, verb);
      case 'b' -> number(spec, bits, signed, 2, verb);
      case 'o', 'O' -> number(spec, bits, signed, 8, verb);
      case 'x', 'X' -> number(spec, bits, signed, 16, verb);
      case 'c' -> spec.pad(Character.toString(rune(bits)));
      case 'q' -> spec.pad(Quote.quoteRune(rune(bits), spec.plus));
      case 'U' -> unicode(spec, bits);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void value(Spec spec, long bits, boolean signed) {
    if (spec.goSyntax && !signed) {
      hex(spec, bits);
    } else {
      number(spec, bits, signed, 10, 'v');
    }
  }

  /** With a leading 0x, as Go syntax has unsigned numbers and bytes. */
  static void hex(Spec spec, long bits) {
    boolean sharp = spec.sharp;
    spec.sharp = true;
    number(spec, bits, false, 16, 'v');
    spec.sharp = sharp;
  }

  private static void number(Spec spec, long bits, boolean signed, int base, int verb) {
    boolean negative = signed && bits < 0;
    long magnitude = negative ? -bits : bits;
    if (spec.hasPrecision() && spec.precision() == 0 && magnitude == 0) {
      spec.padBlank("");
      return;
    }
    String digits = Long.toUnsignedString(magnitude, base);
    String sign = negative ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    int least =
        spec.hasPrecision()
            ? spec.precision()
            : spec.padsZeros() ? spec.width() - sign.length() : 0;
    String padded = "0".repeat(Math.max(0, least - digits.length())) + digits;
    String text = prefix(spec, base, verb, padded) + padded;
    spec.padBlank(sign + (verb == 'X' ? text.toUpperCase(Locale.ROOT) : text));
  }

  private static String prefix(Spec spec, int base, int verb, String digits) {
    String prefix =
        switch (spec.sharp ? base : 0) {
          case 2 -> "0b";
          case 8 -> digits.startsWith("0") ? "" : "0";
          case 16 -> "0x";
          default -> "";
        };
    return verb == 'O' ? "0o" + prefix : prefix;
  }

  private static int rune(long bits) {
    boolean isRune = bits >= 0 && bits <= Character.MAX_CODE_POINT;
    return isRune && (bits < 0xD800 || bits > 0xDFFF) ? (int) bits : 0xFFFD;
  }

  private static void unicode(Spec spec, long bits) {
    String digits = Long.toUnsignedString(bits, 16).toUpperCase(Locale.ROOT);
    int least = Math.max(4, spec.precision());
    String text = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
    boolean shown =
        spec.sharp
            && bits >= 0
            && bits <= Character.MAX_CODE_POINT
            && GoUnicode.isPrint((int) bits);
    spec.padBlank(
        shown && !LosslessUtf8.isByte((int) bits)
            ? text + " '" + Character.toString((int) bits) + "'"
            : text);
  }
}
