package io.usagecollector.bloblang.bytes;

import java.util.Arrays;

/**
 * Finds one run of bytes in another in linear time: by trying each place, and once that has cost
 * too much by the method of Knuth, Morris and Pratt.
 */
public final class Search {
  /** How many bytes trying may compare for each byte of the text. */
  private static final int PATIENCE = 8;

  private Search() {}

  /**
   * The first index of the text, from {@code from} and before {@code to}, where the part begins
   * that stands from {@code partFrom} up to {@code partTo} in its array; or -1.
   */
  public static int indexOf(byte[] text, int from, int to, byte[] part, int partFrom, int partTo) {
    int length = partTo - partFrom;
    int last = to - length;
    if (length == 0) {
      return from <= last ? from : -1;
    }
    long patience = (long) PATIENCE * (to - from);
    byte first = part[partFrom];
    for (int i = from; i <= last; i++) {
      if (text[i] == first) {
        int differs = Arrays.mismatch(text, i, i + length, part, partFrom, partTo);
        if (differs < 0) {
          return i;
        }
        patience -= differs;
        if (patience < 0) {
          return patiently(text, i + 1, to, Arrays.copyOfRange(part, partFrom, partTo));
        }
      }
    }
    return -1;
  }

  private static int patiently(byte[] text, int from, int to, byte[] part) {
    int[] borders = borders(part);
    int matched = 0;
    for (int i = from; i < to; i++) {
      while (matched > 0 && text[i] != part[matched]) {
        matched = borders[matched - 1];
      }
      if (text[i] == part[matched]) {
        matched++;
      }
      if (matched == part.length) {
        return i + 1 - matched;
      }
    }
    return -1;
  }

  /** For each beginning of the part, how long its longest beginning is that also ends it. */
  private static int[] borders(byte[] part) {
    int[] borders = new int[part.length];
    int matched = 0;
    for (int i = 1; i < borders.length; i++) {
      while (matched > 0 && part[i] != part[matched]) {
        matched = borders[matched - 1];
      }
      if (part[i] == part[matched]) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }
}
