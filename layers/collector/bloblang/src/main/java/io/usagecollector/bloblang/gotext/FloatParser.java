package io.usagecollector.bloblang.gotext;

import static io.usagecollector.bloblang.gotext.NumberSyntax.isDigit;
import static io.usagecollector.bloblang.gotext.NumberSyntax.isHexLetter;

/**
 * Go's {@code strconv.ParseFloat}: decimal and hexadecimal floats, {@code inf}, {@code infinity},
 * {@code nan} in any case, underscores between digits. What the JDK accepts beyond that (blanks,
 * {@code 1f}) is refused.
 */
public final class FloatParser {
  private static final String FUNCTION = "ParseFloat";

  private FloatParser() {}

  /** The nearest float64. */
  public static double parse(String text) throws GoException {
    if (isNumber(text)) {
      double value = Double.parseDouble(withoutUnderscores(text));
      if (Double.isInfinite(value)) {
        throw NumberSyntax.outOfRange(FUNCTION, text);
      }
      return value;
    }
    return special(text);
  }

  /** The nearest float32, rounded once. */
  public static float parseSingle(String text) throws GoException {
    if (isNumber(text)) {
      float value = Float.parseFloat(withoutUnderscores(text));
      if (Float.isInfinite(value)) {
        throw NumberSyntax.outOfRange(FUNCTION, text);
      }
      return value;
    }
    return (float) special(text);
  }

  private static String withoutUnderscores(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }

  private static double special(String text) throws GoException {
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    String unsigned = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
      return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw NumberSyntax.invalid(FUNCTION, text);
  }

  private static boolean isNumber(String text) {
    int at = signEnd(text, 0);
    boolean hex =
        text.length() > at + 2 && text.charAt(at) == '0' && (text.charAt(at + 1) | 0x20) == 'x';
    int mantissa = hex ? at + 2 : at;
    int end = mantissaEnd(text, mantissa, hex);
    if (end < 0) {
      return false;
    }
    boolean exponent = end < text.length() && (text.charAt(end) | 0x20) == (hex ? 'p' : 'e');
    if (exponent ? !isExponent(text, end + 1) : hex || end < text.length()) {
      return false;
    }
    return text.indexOf('_') < 0 || NumberSyntax.underscoresFit(text);
  }

  private static int signEnd(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  /** Where the digits, points and underscores end; negative without a digit or with two points. */
  private static int mantissaEnd(String text, int from, boolean hex) {
    boolean digits = false;
    boolean point = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isDigit(c) || (hex && isHexLetter(c))) {
        digits = true;
      } else if (c == '.' && !point) {
        point = true;
      } else if (c != '_') {
        break;
      }
    }
    return digits ? at : -1;
  }

  private static boolean isExponent(String text, int from) {
    int at = signEnd(text, from);
    if (at >= text.length() || !isDigit(text.charAt(at))) {
      return false;
    }
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at == text.length();
  }
}
