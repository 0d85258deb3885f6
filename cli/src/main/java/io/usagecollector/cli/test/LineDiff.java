package io.usagecollector.cli.test;

import java.util.ArrayList;
import java.util.List;

/** Which lines two texts share, in order: the longest common subsequence of their lines. */
final class LineDiff {
  /** Beyond this many pairs of lines all of one and all of the other is shown. */
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> expected;
  private final List<String> received;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(List<String> expected, List<String> received) {
    this.expected = expected;
    this.received = received;
  }

  /** Whose line it is. */
  enum Side {
    BOTH,
    EXPECTED,
    RECEIVED
  }

  /** A line of one text, or of both. */
  record Line(Side side, String text) {}

  /** All lines of both texts, each once where they share it. */
  static List<Line> of(List<String> expected, List<String> received) {
    var diff = new LineDiff(expected, received);
    if ((long) expected.size() * received.size() > MOST_PAIRS) {
      diff.rest(0, 0);
    } else {
      diff.walk(diff.lengths());
    }
    return diff.lines;
  }

  /** How many lines the texts share from each pair of lines on. */
  private int[][] lengths() {
    int[][] lengths = new int[expected.size() + 1][received.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = received.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            expected.get(i).equals(received.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private void walk(int[][] lengths) {
    int i = 0;
    int j = 0;
    while (i < expected.size() && j < received.size()) {
      if (expected.get(i).equals(received.get(j))) {
        lines.add(new Line(Side.BOTH, expected.get(i++)));
        j++;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        lines.add(new Line(Side.EXPECTED, expected.get(i++)));
      } else {
        lines.add(new Line(Side.RECEIVED, received.get(j++)));
      }
    }
    rest(i, j);
  }

  private void rest(int i, int j) {
    expected.stream().skip(i).map(text -> new Line(Side.EXPECTED, text)).forEach(lines::add);
    received.stream().skip(j).map(text -> new Line(Side.RECEIVED, text)).forEach(lines::add);
  }
}
