package io.usagecollector.cli.source;

import java.util.Optional;

/**
 * A line of a file with a caret below the place meant.
 *
 * @param number the line's, from 1
 * @param shown the line, or what is shown of a long one
 * @param before what of it stands before the caret
 */
public record Excerpt(int number, String shown, String before) {
  /** Lines longer than this are cut around the place: a screen is as wide. */
  private static final int WIDTH = 120;

  /**
   * The excerpt at a place of a file.
   *
   * @param text the file's text
   * @param line from 1
   * @param column from 1, in characters
   * @return nothing where there is no such line
   */
  public static Optional<Excerpt> of(String text, int line, int column) {
    return text.lines()
        .skip(Math.max(0, line - 1L))
        .findFirst()
        .map(found -> ofLine(line, found, column));
  }

  /** The excerpt of a line. */
  public static Excerpt ofLine(int line, String found, int column) {
    int length = found.codePointCount(0, found.length());
    int at = Math.clamp(column - 1L, 0, length);
    int from = Math.max(0, at - WIDTH * 2 / 3);
    String cut = from > 0 ? "…" : "";
    String before = cut + slice(found, from, at);
    String after = slice(found, at, Math.max(at, Math.min(length, from + WIDTH)));
    return new Excerpt(line, before + after, before);
  }

  private static String slice(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  /** What stands before the line. */
  public String gutter() {
    return "  " + number + " | ";
  }

  /** What stands before the caret. */
  public String gutterBelow() {
    return "  " + " ".repeat(String.valueOf(number).length()) + " | ";
  }

  /** Blanks that are as wide as what stands before the caret. */
  public String pad() {
    return before.codePoints().mapToObj(c -> c == '\t' ? "\t" : " ").reduce("", String::concat);
  }

  /** Two lines, without a line break at their end. */
  @Override
  public String toString() {
    return gutter() + shown + "\n" + gutterBelow() + pad() + "^";
  }
}
