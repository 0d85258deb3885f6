package io.usagecollector.bloblang;

/**
 * What is shown of a line around a place in it. A line that is longer than the width is cut.
 *
 * @param before what stands before the place, after {@code …} where the line's start is cut off
 * @param after what stands from the place on
 * @param endless whether the line's end is cut off
 */
public record LineExcerpt(String before, String after, boolean endless) {
  /** As much of a long line as is shown before the place, in characters. */
  private static final int BEFORE = 80;

  /**
   * What is shown of a line.
   *
   * @param column of the place, from 1, in characters
   * @param width as much of the line as is shown, in characters: more than 80
   */
  public static LineExcerpt of(String line, int column, int width) {
    int[] characters = line.codePoints().toArray();
    int at = Math.clamp(column - 1L, 0, characters.length);
    int from = Math.clamp(at - BEFORE, 0, Math.max(0, characters.length - width));
    int to = Math.min(characters.length, from + width);
    String before = new String(characters, from, at - from);
    return new LineExcerpt(
        from > 0 ? "…" + before : before,
        new String(characters, at, to - at),
        to < characters.length);
  }

  /** What stands before a caret under the place; a tab is as wide as a tab. */
  public String pad() {
    return before.replaceAll("[^\t]", " ");
  }
}
