package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.gotext.LosslessUtf8;

/**
 * Where the lines of a text begin. It is made once for a text, since a place is told for every
 * statement and call of it.
 */
final class LineStarts {
  private final String text;
  private final int count;

  /** Where each line begins, and how many bytes stand before it. */
  private final long[] starts;

  private final long[] bytes;

  /** The second halves of characters that take two places. */
  private final long[] halves;

  LineStarts(String text) {
    this.text = text;
    this.count = 1 + (int) text.chars().filter(c -> c == '\n').count();
    this.starts = new long[count];
    this.bytes = new long[count];
    for (int i = 1; i < count; i++) {
      int start = (int) starts[i - 1];
      int next = text.indexOf('\n', start) + 1;
      starts[i] = next;
      bytes[i] = bytes[i - 1] + LosslessUtf8.length(text.substring(start, next));
    }
    this.halves = halves(text);
  }

  private static long[] halves(String text) {
    long[] halves = new long[text.length() - text.codePointCount(0, text.length())];
    int found = 0;
    for (int i = 1; found < halves.length; i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        halves[found++] = i;
      }
    }
    return halves;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    return upTo(starts, offset);
  }

  /** Where the line of an offset begins. */
  int start(int offset) {
    return (int) starts[line(offset) - 1];
  }

  /** How many characters stand between two offsets. */
  int characters(int from, int to) {
    return to - from - (upTo(halves, to - 1) - upTo(halves, from));
  }

  /** The last line, from 1, before which at most so many bytes stand, counted from an offset. */
  int lineAfterBytes(int from, long count) {
    int start = start(from);
    long before = bytes[line(from) - 1] + LosslessUtf8.length(text.substring(start, from));
    return upTo(bytes, before + count);
  }

  /** How many of the ascending numbers are not beyond a limit. */
  private static int upTo(long[] ascending, long limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
