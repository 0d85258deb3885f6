package io.usagecollector.bloblang.formats;

/**
 * The text of a YAML document as it grows: where its last line stands, and what separates the next
 * token from the one before, as libyaml's emitter keeps it.
 */
final class YamlEmitter {
  private final StringBuilder out = new StringBuilder();
  private int column;

  /** Whether the last character separates tokens. */
  private boolean whitespace = true;

  /** Whether the line holds nothing but indentation, dashes and question marks yet. */
  private boolean indention = true;

  int length() {
    return out.length();
  }

  /** A character as it is; a line feed is {@link #lineFeed}. */
  void put(int codePoint) {
    out.appendCodePoint(codePoint);
    column++;
  }

  void lineFeed() {
    out.append('\n');
    column = 0;
    indention = true;
  }

  /** A line break of a text: one that is no line feed stays as it is. */
  void lineBreak(int codePoint) {
    if (codePoint == '\n') {
      lineFeed();
    } else {
      out.appendCodePoint(codePoint);
      column = 0;
      indention = true;
    }
  }

  /** Goes to a column: on a new line, unless this one holds no more than indentation. */
  void indent(int to) {
    if (!indention || column > to || (column == to && !whitespace)) {
      lineFeed();
    }
    while (column < to) {
      put(' ');
    }
    whitespace = true;
  }

  /** A dash or question mark, after which the line still counts as indented. */
  void bullet(char indicator) {
    separate();
    put(indicator);
    whitespace = false;
  }

  /** A token that stands apart from the one before. */
  void token(String token) {
    separate();
    attached(token);
  }

  /** A token right behind the one before. */
  void attached(String token) {
    token.codePoints().forEach(this::put);
    whitespace = false;
    indention = false;
  }

  /** Lines of their own follow: their first needs no space before it. */
  void startLines() {
    whitespace = true;
  }

  /** Something other than indentation stands in the line. */
  void contents() {
    indention = false;
  }

  private void separate() {
    if (!whitespace) {
      put(' ');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
