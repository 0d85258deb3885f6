package io.usagecollector.bloblang;

/**
 * One thing wrong with a mapping's text.
 *
 * @param file the imported file it is in; empty for the mapping itself
 * @param line from 1
 * @param column from 1, in characters
 * @param source the line itself
 * @param message what is wrong, and what to do where we know
 */
public record CompileError(String file, int line, int column, String source, String message) {
  /** As much of a line as is shown, in characters. */
  private static final int WIDTH = 160;

  /** The place, the message, and the {@link #excerpt}. */
  public String render() {
    String place = (file.isEmpty() ? "" : file + " ") + "line " + line + " char " + column + ": ";
    return place + message + "\n" + excerpt();
  }

  /**
   * Two lines, each indented by two spaces: the line, cut with {@code …} around the column where it
   * is long, and a caret under the column.
   */
  public String excerpt() {
    LineExcerpt shown = LineExcerpt.of(source, column, WIDTH);
    String end = shown.endless() ? "…" : "";
    return "  " + shown.before() + shown.after() + end + "\n  " + shown.pad() + "^";
  }
}
