package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Go's {@code strings.TrimSpace} and {@code fmt.Sprintf("%v")} of a decoded JSON value. */
final class GoText {
  private static final String SPACES =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000";

  // strconv's %g at shortest precision: an exponent outside -4..5 is written as one.
  private static final int LOWEST_PLAIN_EXPONENT = -4;
  private static final int HIGHEST_PLAIN_EXPONENT = 5;

  private GoText() {}

  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return SPACES.indexOf(c) >= 0 || (c >= '\u2000' && c <= '\u200a');
  }

  /** {@code %v} of null, Boolean, Double, String, List or Map, as Go decodes JSON into them. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Double number -> number(number);
      case List<?> list -> list.stream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map -> map(map);
      default -> value.toString();
    };
  }

  private static String map(Map<?, ?> map) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
        .collect(Collectors.joining(" ", "map[", "]"));
  }

  /** Shortest digits that round-trip: 120, 0.5, 1e+06, 1.5e-07. */
  private static String number(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= LOWEST_PLAIN_EXPONENT && exponent <= HIGHEST_PLAIN_EXPONENT) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return "%s%se%s%02d"
        .formatted(value < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
