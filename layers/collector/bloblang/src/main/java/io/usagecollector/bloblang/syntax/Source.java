package io.usagecollector.bloblang.syntax;

/** A mapping's text and the file it came from; empty for the mapping itself. */
public record Source(String file, String text) {
  /** The line of an offset, from 1. */
  public int line(int offset) {
    return lineFrom(0, offset);
  }

  /** The line of an offset, counted from another offset, from 1. */
  public int lineFrom(int start, int offset) {
    int line = 1;
    for (int i = start; i < offset && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column of an offset, from 1, in characters. */
  public int column(int offset) {
    return text.codePointCount(lineStart(offset), offset) + 1;
  }

  /** The text of the line an offset is in. */
  public String lineText(int offset) {
    int end = text.indexOf('\n', offset);
    String line = text.substring(lineStart(offset), end < 0 ? text.length() : end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }
}
