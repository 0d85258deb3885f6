package io.usagecollector.bloblang;

/**
 * Why a mapping failed on a message.
 *
 * @param text the engine's words, as {@code catch} and {@code error()} see them, offending value
 *     included: for dead letters, which carry the event anyway
 * @param valueFree the same fault without anything that came from the event: for logs, metrics and
 *     answers
 * @param file the file that stands in for the mapping by {@code from}; empty for the mapping itself
 * @param line the line where the mapping's statement that failed begins, from 1; 0 where there is
 *     none
 * @param column its column, from 1, in characters; 0 where there is none
 * @param kind what ended the run
 */
public record Fault(String text, String valueFree, String file, int line, int column, Kind kind) {
  /** What can end a run. */
  public enum Kind {
    /** An error of the mapping's own, which it could have caught. */
    ERROR,
    /** It took more than its {@link Limits}: it would again. */
    LIMIT,
    /** Its {@link TimeLimit} came before its end: with more time, it may get there. */
    TIME
  }

  /** An error of a statement. */
  public Fault(String text, String valueFree, String file, int line, int column) {
    this(text, valueFree, file, line, column, Kind.ERROR);
  }

  /** A fault of no statement. */
  public Fault(String text, String valueFree) {
    this(text, valueFree, "", 0, 0);
  }

  /** A fault whose words hold nothing of the event. */
  public static Fault of(String text) {
    return new Fault(text, text);
  }

  /** The same fault, of another kind. */
  public Fault as(Kind other) {
    return new Fault(text, valueFree, file, line, column, other);
  }

  /** The same fault with words before its own, which hold nothing of the event. */
  public Fault after(String words) {
    return new Fault(words + text, words + valueFree, file, line, column, kind);
  }

  /** The same fault, whose text holds nothing of the event either. */
  public Fault withoutValues() {
    return new Fault(valueFree, valueFree, file, line, column, kind);
  }
}
