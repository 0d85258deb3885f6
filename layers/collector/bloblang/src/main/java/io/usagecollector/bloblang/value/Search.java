package io.usagecollector.bloblang.value;

import java.util.Arrays;

/**
 * Finds one run of bytes in another in linear time: by trying each place, and once that has cost
 * too much by the method of Knuth, Morris and Pratt.
 */
final class Search {
  /** How many bytes trying may compare for each byte of the text. */
  private static final int PATIENCE = 8;

  private Search() {}

  /** The first index at or after {@code from} where the part stands in the text, or -1. */
  static int indexOf(Str text, Str part, int from) {
    int last = text.length() - part.length();
    if (part.length() == 0) {
      return from <= last ? from : -1;
    }
    long patience = (long) PATIENCE * (text.length() - from);
    byte first = (byte) part.byteAt(0);
    for (int i = from; i <= last; i++) {
      if (text.buffer()[text.offset() + i] == first) {
        int same = same(text, i, part);
        if (same == part.length()) {
          return i;
        }
        patience -= same;
        if (patience < 0) {
          return patiently(text, part, i + 1);
        }
      }
    }
    return -1;
  }

  /** How many bytes of the part stand at a place of the text. */
  private static int same(Str text, int at, Str part) {
    int start = text.offset() + at;
    int differs =
        Arrays.mismatch(
            text.buffer(),
            start,
            start + part.length(),
            part.buffer(),
            part.offset(),
            part.offset() + part.length());
    return differs < 0 ? part.length() : differs;
  }

  private static int patiently(Str text, Str part, int from) {
    int[] borders = borders(part);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.byteAt(i) != part.byteAt(matched)) {
        matched = borders[matched - 1];
      }
      if (text.byteAt(i) == part.byteAt(matched)) {
        matched++;
      }
      if (matched == part.length()) {
        return i + 1 - matched;
      }
    }
    return -1;
  }

  /** For each beginning of the part, how long its longest beginning is that also ends it. */
  private static int[] borders(Str part) {
    int[] borders = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < borders.length; i++) {
      while (matched > 0 && part.byteAt(i) != part.byteAt(matched)) {
        matched = borders[matched - 1];
      }
      if (part.byteAt(i) == part.byteAt(matched)) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }
}
