package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Str;
import java.util.Comparator;

/** The order yaml.v3 gives keys: digits in them compare as numbers, so that a2 comes before a10. */
final class NaturalOrder {
  static final Comparator<Str> OF_KEYS = (a, b) -> compare(a.toString(), b.toString());

  private NaturalOrder() {}

  private static int compare(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (isDigit(x) && isDigit(y)) {
        int order = compareNumbers(a, b, i);
        if (order != 0) {
          return order;
        }
      } else if (x != y) {
        boolean letters = Character.isLetter(x);
        return letters == Character.isLetter(y) ? Character.compare(x, y) : letters ? 1 : -1;
      }
      i++;
    }
    return Integer.compare(a.length(), b.length());
  }

  /** The numbers that begin at the same place, or 0 where this digit does not decide. */
  private static int compareNumbers(String a, String b, int from) {
    String x = digits(a, from);
    String y = digits(b, from);
    return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
  }

  private static String digits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end).replaceFirst("^0+(?=.)", "");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
