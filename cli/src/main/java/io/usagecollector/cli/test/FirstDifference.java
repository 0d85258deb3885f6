package io.usagecollector.cli.test;

/**
 * The first place where two texts differ, and the two lines it is in, cut to a screen.
 *
 * @param indent how far into the two lines it is
 * @param place in words
 */
record FirstDifference(String expected, String received, int indent, String place) {
  /** What is shown before the place, and what after it. */
  private static final int BEFORE = 50;

  private static final int AFTER = 50;

  static FirstDifference between(String expected, String received) {
    int at = 0;
    int end = Math.min(expected.length(), received.length());
    while (at < end && expected.charAt(at) == received.charAt(at)) {
      at++;
    }
    if (at > 0 && Character.isHighSurrogate(expected.charAt(at - 1))) {
      at--;
    }
    int line = (int) expected.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    int lineStart = expected.lastIndexOf('\n', at - 1) + 1;
    int from = Math.max(lineStart, at - BEFORE);
    String dots = from > lineStart ? "…" : "";
    int column = expected.codePointCount(lineStart, at) + 1;
    return new FirstDifference(
        dots + rest(expected, from, at),
        dots + rest(received, from, at),
        dots.length() + expected.codePointCount(from, at),
        "first difference: line " + line + ", column " + column);
  }

  /** The line from a place on, with its line break in sight. */
  private static String rest(String text, int from, int at) {
    int lineEnd = text.indexOf('\n', at);
    int end = lineEnd < 0 ? text.length() : lineEnd;
    String shown =
        text.substring(from, Math.min(end, at + AFTER)).replace("\r", "␍").replace("\t", "␉");
    return shown + (end > at + AFTER ? "…" : lineEnd < 0 ? "" : "␊");
  }
}
