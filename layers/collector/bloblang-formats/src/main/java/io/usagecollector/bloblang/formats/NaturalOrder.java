package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Str;
import java.util.Comparator;

/**
 * The order yaml.v3 gives keys: digits in them compare as numbers, so that a2 comes before a10;
 * letters come after everything else, but before it right behind a digit.
 */
final class NaturalOrder {
  /** Keys that are no UTF-8 may read alike; their bytes decide. */
  static final Comparator<Str> OF_KEYS =
      Comparator.<Str, int[]>comparing(NaturalOrder::characters, NaturalOrder::compare)
          .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  private static int[] characters(Str key) {
    return key.toString().codePoints().toArray();
  }

  private static int compare(int[] a, int[] b) {
    int shorter = Math.min(a.length, b.length);
    for (int i = 0; i < shorter; i++) {
      if (a[i] != b[i]) {
        return compareFrom(i, a, b);
      }
    }
    return Integer.compare(a.length, b.length);
  }

  /** By what stands at the first place where they differ. */
  private static int compareFrom(int i, int[] a, int[] b) {
    boolean letter = Character.isLetter(a[i]);
    boolean otherLetter = Character.isLetter(b[i]);
    if (letter && otherLetter) {
      return Integer.compare(a[i], b[i]);
    }
    if (letter || otherLetter) {
      boolean behindDigit = i > 0 && Character.isDigit(a[i - 1]);
      return letter == behindDigit ? -1 : 1;
    }
    int numbers = compareNumbers(i, a, b);
    return numbers != 0 ? numbers : Integer.compare(a[i], b[i]);
  }

  private static int compareNumbers(int i, int[] a, int[] b) {
    // A zero there counts where it stands inside a number.
    long before = (a[i] == '0' || b[i] == '0') && isInsideNumber(i, a) ? 1 : 0;
    int end = numberEnd(i, a);
    int otherEnd = numberEnd(i, b);
    int values = Long.compare(number(before, i, end, a), number(before, i, otherEnd, b));
    return values != 0 ? values : Integer.compare(end, otherEnd);
  }

  /** Whether the digits before the place are of a number that has begun: there is more than 0. */
  private static boolean isInsideNumber(int i, int[] key) {
    for (int at = i - 1; at >= 0 && Character.isDigit(key[at]); at--) {
      if (key[at] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int numberEnd(int from, int[] key) {
    int end = from;
    while (end < key.length && Character.isDigit(key[end])) {
      end++;
    }
    return end;
  }

  private static long number(long before, int from, int end, int[] key) {
    long number = before;
    for (int at = from; at < end; at++) {
      number = number * 10 + key[at] - '0';
    }
    return number;
  }
}
