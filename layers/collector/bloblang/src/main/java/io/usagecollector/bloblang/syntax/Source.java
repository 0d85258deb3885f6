package io.usagecollector.bloblang.syntax;

/** A mapping's text and the file it came from; empty for the mapping itself. */
public final class Source {
  private final String file;
  private final String text;
  private final LineStarts lines;

  public Source(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = new LineStarts(text);
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return lines.line(offset);
  }

  /**
   * The line of an offset, counted from another offset, as the language's origin counts for its
   * runtime errors: the offset in characters, the lines before it in bytes, so that characters
   * beyond ASCII make the number too small. Mappings can see it.
   */
  public int originLine(int start, int offset) {
    int last = lines.lineAfterBytes(start, lines.characters(start, offset));
    return last - lines.line(start) + 1;
  }

  /** The column of an offset, from 1, in characters. */
  public int column(int offset) {
    return lines.characters(lines.start(offset), offset) + 1;
  }

  /** The text of the line an offset is in. */
  public String lineText(int offset) {
    int end = text.indexOf('\n', offset);
    String line = text.substring(lines.start(offset), end < 0 ? text.length() : end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
