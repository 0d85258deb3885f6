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
    int[] characters = source.codePoints().toArray();
    int at = Math.clamp(column - 1L, 0, characters.length);
    int from = Math.clamp(at - WIDTH / 2, 0, Math.max(0, characters.length - WIDTH));
    int to = Math.min(characters.length, from + WIDTH);
    String before = (from > 0 ? "…" : "") + new String(characters, from, at - from);
    String after = new String(characters, at, to - at) + (to < characters.length ? "…" : "");
    return "  " + before + after + "\n  " + blank(before) + "^";
  }

  /** As wide as a text; a tab is as wide as a tab. */
  private static String blank(String text) {
    return text.replaceAll("[^\t]", " ");
  }
}
