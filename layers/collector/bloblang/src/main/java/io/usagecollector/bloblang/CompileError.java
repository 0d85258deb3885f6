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
  /** The place, the message, the line and a caret under the column. */
  public String render() {
    String place = (file.isEmpty() ? "" : file + " ") + "line " + line + " char " + column + ": ";
    return place + message + "\n  " + source + "\n  " + " ".repeat(Math.max(0, column - 1)) + "^";
  }
}
