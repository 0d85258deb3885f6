package io.usagecollector.cli.source;

import io.usagecollector.bloblang.LineExcerpt;
import java.util.Optional;

/**
 * A line of a file with a caret below the place meant.
 *
 * @param number the line's, from 1
 * @param line what is shown of it
 */
public record Excerpt(int number, LineExcerpt line) {
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
    return new Excerpt(line, LineExcerpt.of(found, column, WIDTH));
  }

  /** The line, or what is shown of a long one. */
  public String shown() {
    return line.before() + line.after();
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
    return line.pad();
  }

  /** Two lines, without a line break at their end. */
  @Override
  public String toString() {
    return gutter() + shown() + "\n" + gutterBelow() + pad() + "^";
  }
}
