package io.usagecollector.bloblang.gotext;

/** Go's {@code strconv.ParseInt}, {@code ParseUint} and {@code Atoi} for 64 bits. */
public final class IntParser {
  private IntParser() {}

  /**
   * A signed integer.
   *
   * @param base 2 to 36, or 0: then {@code 0x}, {@code 0o}, {@code 0b} and a leading 0 (octal)
   *     choose it, and underscores may stand between digits
   */
  public static long parse(String text, int base) throws GoException {
    return signed("ParseInt", text, base);
  }

  /** Go's {@code strconv.Atoi}: base 10 under its own name in errors. */
  public static long atoi(String text) throws GoException {
    return signed("Atoi", text, 10);
  }

  /** An unsigned integer as the long with the same 64 bits; takes no sign. */
  public static long parseUnsigned(String text, int base) throws GoException {
    return magnitude("ParseUint", text, text, base);
  }

  private static long signed(String function, String text, int base) throws GoException {
    boolean negative = text.startsWith("-");
    String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
    long magnitude = magnitude(function, text, unsigned, base);
    boolean fits = magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE);
    if (!fits) {
      throw NumberSyntax.outOfRange(function, text);
    }
    return negative ? -magnitude : magnitude;
  }

  private static long magnitude(String function, String whole, String text, int base)
      throws GoException {
    if (text.isEmpty()) {
      throw NumberSyntax.invalid(function, whole);
    }
    int radix = base == 0 ? radix(text) : base;
    int from = base != 0 ? 0 : radix == 10 ? 0 : prefixLength(text);
    long value = digits(function, whole, text, from, radix, base == 0);
    if (base == 0 && text.indexOf('_') >= 0 && !NumberSyntax.underscoresFit(text)) {
      throw NumberSyntax.invalid(function, whole);
    }
    return value;
  }

  private static long digits(
      String function, String whole, String text, int from, int radix, boolean underscores)
      throws GoException {
    long value = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (underscores && c == '_') {
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw NumberSyntax.invalid(function, whole);
      }
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
        throw NumberSyntax.outOfRange(function, whole);
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static int prefixLength(String text) {
    return text.length() >= 3 && "box".indexOf(text.charAt(1) | 0x20) >= 0 ? 2 : 1;
  }

  private static int radix(String text) {
    if (text.charAt(0) != '0') {
      return 10;
    }
    return switch (text.length() < 3 ? '0' : text.charAt(1) | 0x20) {
      case 'b' -> 2;
      case 'o' -> 8;
      case 'x' -> 16;
      default -> 8;
    };
  }
}
