package io.usagecollector.cli.terminal;

/**
 * How far a long work has come, in one line that rewrites itself and goes at the end; only where a
 * person looks.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 40;
  private static final String CLEAR_LINE = "\r\u001B[2K";

  private final Terminal terminal;
  private final String verb;
  private final long total;
  private int shown = -1;

  /**
   * @param verb what is done, such as {@code reading}
   * @param total how much is to do, about; 0 if nobody knows
   */
  public ProgressBar(Terminal terminal, String verb, long total) {
    this.terminal = terminal;
    this.verb = verb;
    this.total = total;
  }

  /** So much is done. */
  public void at(long done) {
    int filled = (int) (total <= 0 ? 0 : Math.min(WIDTH, done * WIDTH / total));
    if (!terminal.colour() || filled == shown) {
      return;
    }
    shown = filled;
    terminal
        .err()
        .print(
            CLEAR_LINE
                + "%s [%s%s] %,d of about %,d"
                    .formatted(verb, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total));
    terminal.err().flush();
  }

  @Override
  public void close() {
    if (shown >= 0) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
    }
  }
}
