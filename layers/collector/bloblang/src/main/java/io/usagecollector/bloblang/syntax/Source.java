package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.gotext.Utf8;

/** A mapping's text and the file it came from; empty for the mapping itself. */
public record Source(String file, String text) {
  /** The line of an offset, from 1. */
  public int line(int offset) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  /**
   * The line of an offset, counted from another offset, as the language's origin counts for its
   * runtime errors: the offset in characters, the lines before it in bytes, so that characters
   * beyond ASCII make the number too small. Mappings can see it.
   */
  public int originLine(int start, int offset) {
    int left = text.codePointCount(start, offset);
    int line = 1;
    int from = start;
    while (true) {
      int end = text.indexOf('\n', from);
      if (end < 0) {
        return line;
      }
      int length = Utf8.length(text.substring(from, end)) + 1;
      if (left < length) {
        return line;
      }
      left -= length;
      from = end + 1;
      line++;
    }
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
