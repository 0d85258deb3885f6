package io.usagecollector.cli.terminal;

import java.io.IOException;

/** What a command prints can be written no more; it has nothing left to do. */
public final class OutputFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean readerGone;

  OutputFailedException(IOException cause, boolean readerGone) {
    super("the output cannot be written: " + cause.getMessage(), cause);
    this.readerGone = readerGone;
  }

  /** Whether it went into a pipe whose reader has gone: it saw all it wanted to see. */
  public boolean isReaderGone() {
    return readerGone;
  }
}
