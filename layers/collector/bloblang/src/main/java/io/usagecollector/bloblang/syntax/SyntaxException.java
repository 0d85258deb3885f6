package io.usagecollector.bloblang.syntax;

/**
 * The text is broken at an offset. Without a stack trace: it is a way out of the parser, no defect
 * of it.
 */
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Source source;
  private final int offset;

  public SyntaxException(Source source, int offset, String message) {
    super(message, null, false, false);
    this.source = source;
    this.offset = Math.min(offset, source.text().length());
  }

  public Source source() {
    return source;
  }

  public int offset() {
    return offset;
  }
}
